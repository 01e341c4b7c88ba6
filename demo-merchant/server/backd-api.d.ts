// Generated from docs/openapi.json by `npm run client`. Do not edit.
export interface paths {
    "/v1/backd/bnpl/api/create_order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create an order and get the link for its customer */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key has one effect and one answer for seven days; at most 255 characters */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    /**
                     * @example {
                     *       "mode": {
                     *         "type": "redirect",
                     *         "order_success_url": "https://merchant.website.com/success",
                     *         "order_close_url": "https://merchant.website.com/cart"
                     *       },
                     *       "merchant_order_id": "JKLMO4321",
                     *       "merchant_order_status": "processing",
                     *       "order_total": 8950,
                     *       "cart_amount": 9000,
                     *       "tax_amount": 100,
                     *       "shipping_amount": 50,
                     *       "discount_amount": 200,
                     *       "billing": {
                     *         "name": {
                     *           "first": "Joe",
                     *           "last": "Doe"
                     *         },
                     *         "address": {
                     *           "line1": "123 Main St",
                     *           "line2": "Floor 1",
                     *           "city": "Austin",
                     *           "state": "TX",
                     *           "zipcode": "78704",
                     *           "country": "USA"
                     *         },
                     *         "phone_number": "4153334567",
                     *         "email": "joedoe@123fakestreet.com"
                     *       },
                     *       "shipping": {
                     *         "name": {
                     *           "first": "Joe",
                     *           "last": "Doe"
                     *         },
                     *         "address": {
                     *           "line1": "123 Main St",
                     *           "line2": "Floor 1",
                     *           "city": "Austin",
                     *           "state": "TX",
                     *           "zipcode": "78704",
                     *           "country": "USA"
                     *         },
                     *         "phone_number": "4153334567",
                     *         "email": "joedoe@123fakestreet.com"
                     *       },
                     *       "items": [
                     *         {
                     *           "display_name": "MacBook Pro",
                     *           "sku": "ABC-123",
                     *           "unit_price": 3000,
                     *           "qty": 3,
                     *           "item_image_url": "http://merchant.website.com/images/macbook-pro.jpg",
                     *           "item_url": "http://merchant.website.com/products/macbook-pro.html"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        merchant?: {
                            public_api_key: string;
                            name?: string;
                        };
                        mode: {
                            /** @enum {string} */
                            type: "redirect";
                            order_success_url: string;
                            order_close_url: string;
                        };
                        billing?: components["schemas"]["ContactInput"] | null;
                        merchant_order_id: string;
                        merchant_order_status?: string | null;
                        /**
                         * @description Decimal dollars with at most two decimals
                         * @example 500
                         */
                        order_total: number;
                        /**
                         * @description Decimal dollars with at most two decimals
                         * @example 500
                         */
                        cart_amount: number;
                        tax_amount?: number | null;
                        shipping_amount?: number | null;
                        discount_amount?: number | null;
                        shipping?: components["schemas"]["ContactInput"] | null;
                        items: components["schemas"]["ItemInput"][];
                        customer_email?: string | null;
                        locale?: string | null;
                        notify_customer?: boolean | null;
                        documents?: {
                            documentBase64: string;
                            filename: string;
                            documentRef: string;
                        }[] | null;
                    };
                };
            };
            responses: {
                /** @description The order, with the link for its customer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                /** Format: uri */
                                customer_url: string;
                                order_total: number;
                                status: components["schemas"]["OrderStatus"];
                                merchant_order_id: string;
                                /** Format: date-time */
                                create_date: string;
                                notified_customer: boolean;
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description duplicate_merchant_order_id, request_in_progress */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description payload_too_large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unsupported_media_type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description amounts_do_not_add_up, total_exceeds_limit, idempotency_key_reused */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backd/bnpl/api/order_placed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that you have taken the order into your system */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key has one effect and one answer for seven days; at most 255 characters */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    /**
                     * @example {
                     *       "backd_order_id": "BO-20260416-7K3M9QX2",
                     *       "merchant_order_id": "JKLMO4321",
                     *       "order_total": 8950
                     *     }
                     */
                    "application/json": {
                        backd_order_id: string;
                        merchant_order_id: string;
                        order_total?: number | null;
                    };
                };
            };
            responses: {
                /** @description The placed order */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                /** Format: date-time */
                                create_date: string;
                                order_total: number;
                                cart_amount: number;
                                tax_amount: number;
                                shipping_amount: number;
                                discount_amount: number;
                                status: components["schemas"]["OrderStatus"];
                                merchant_order_id: string;
                                merchant_order_status?: string;
                                shipping?: components["schemas"]["Contact"];
                                billing?: components["schemas"]["Contact"];
                                items: components["schemas"]["Item"][];
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description order_not_found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description terms_not_selected, merchant_order_id_conflict, duplicate_merchant_order_id, order_already_confirmed, order_cancelled, total_mismatch, request_in_progress */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description payload_too_large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unsupported_media_type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description idempotency_key_reused */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backd/bnpl/api/find_order/{backd_order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one of your orders */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    backd_order_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The order */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                /** Format: date-time */
                                create_date: string;
                                order_total: number;
                                cart_amount: number;
                                tax_amount: number;
                                shipping_amount: number;
                                discount_amount: number;
                                status: components["schemas"]["OrderStatus"];
                                merchant_order_id: string;
                                merchant_order_status?: string;
                                shipping?: components["schemas"]["Contact"];
                                billing?: components["schemas"]["Contact"];
                                items: components["schemas"]["Item"][];
                                refunds: components["schemas"]["Refund"][];
                                max_order_total: number;
                                schedule?: components["schemas"]["Schedule"];
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description order_not_found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backd/bnpl/api/find_orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your orders, newest first */
        get: {
            parameters: {
                query?: {
                    status?: components["schemas"]["OrderStatusInput"];
                    /** @description The beginning of a backd_order_id or merchant_order_id, in any case */
                    search?: string;
                    /** @description The whole of a merchant_order_id: all orders that were made under it */
                    merchant_order_id?: string;
                    /** @description How many orders at most: 1 to 100, else 25 */
                    limit?: number;
                    /** @description next_cursor of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of orders */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                orders: {
                                    backd_order_id: string;
                                    merchant_order_id: string;
                                    /** Format: date-time */
                                    create_date: string;
                                    status: components["schemas"]["OrderStatus"];
                                    order_total: number;
                                    merchant_order_status?: string;
                                    billing?: {
                                        name: {
                                            first: string;
                                            last: string;
                                        };
                                        company_name?: string | null;
                                    };
                                }[];
                                next_cursor: string | null;
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backd/bnpl/api/order_events/{backd_order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what happened to one of your orders */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    backd_order_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The order’s history, oldest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                events: {
                                    /** @enum {string} */
                                    type: "order_created" | "approval_requested" | "approval_withdrawn" | "approval_declined" | "approval_expired" | "terms_selected" | "order_placed" | "order_updated" | "order_confirmed" | "order_cancelled" | "refund_requested" | "refund_deleted" | "refund_settled" | "customer_notified" | "customer_not_notified";
                                    /** @enum {string} */
                                    actor: "merchant" | "customer" | "backd";
                                    from: components["schemas"]["OrderStatus"] | null;
                                    to: components["schemas"]["OrderStatus"];
                                    /** Format: date-time */
                                    create_date: string;
                                    data: {
                                        [key: string]: unknown;
                                    };
                                }[];
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description order_not_found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backd/bnpl/api/update_order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a placed order; the customer’s payments follow its total */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key has one effect and one answer for seven days; at most 255 characters */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    /**
                     * @example {
                     *       "backd_order_id": "BO-20260416-7K3M9QX2",
                     *       "merchant_order_id": "JKLMO4321",
                     *       "merchant_order_status": "processing",
                     *       "order_total": 8950,
                     *       "cart_amount": 9000,
                     *       "tax_amount": 100,
                     *       "shipping_amount": 50,
                     *       "discount_amount": 200,
                     *       "billing": {
                     *         "name": {
                     *           "first": "Joe",
                     *           "last": "Doe"
                     *         },
                     *         "address": {
                     *           "line1": "123 Main St",
                     *           "line2": "Floor 1",
                     *           "city": "Austin",
                     *           "state": "TX",
                     *           "zipcode": "78704",
                     *           "country": "USA"
                     *         },
                     *         "phone_number": "4153334567",
                     *         "email": "joedoe@123fakestreet.com"
                     *       },
                     *       "shipping": {
                     *         "name": {
                     *           "first": "Joe",
                     *           "last": "Doe"
                     *         },
                     *         "address": {
                     *           "line1": "123 Main St",
                     *           "line2": "Floor 1",
                     *           "city": "Austin",
                     *           "state": "TX",
                     *           "zipcode": "78704",
                     *           "country": "USA"
                     *         },
                     *         "phone_number": "4153334567",
                     *         "email": "joedoe@123fakestreet.com"
                     *       },
                     *       "items": [
                     *         {
                     *           "display_name": "MacBook Pro",
                     *           "sku": "ABC-123",
                     *           "unit_price": 3000,
                     *           "qty": 3,
                     *           "item_image_url": "http://merchant.website.com/images/macbook-pro.jpg",
                     *           "item_url": "http://merchant.website.com/products/macbook-pro.html"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        backd_order_id: string;
                        merchant_order_id: string;
                        merchant_order_status: string;
                        /**
                         * @description Decimal dollars with at most two decimals
                         * @example 500
                         */
                        order_total: number;
                        /**
                         * @description Decimal dollars with at most two decimals
                         * @example 500
                         */
                        cart_amount: number;
                        /**
                         * @description Decimal dollars with at most two decimals
                         * @example 500
                         */
                        tax_amount: number;
                        /**
                         * @description Decimal dollars with at most two decimals
                         * @example 500
                         */
                        shipping_amount: number;
                        /**
                         * @description Decimal dollars with at most two decimals
                         * @example 500
                         */
                        discount_amount: number;
                        shipping?: components["schemas"]["ContactInput"] | null;
                        billing?: components["schemas"]["ContactInput"] | null;
                        items?: components["schemas"]["ItemInput"][] | null;
                    };
                };
            };
            responses: {
                /** @description The changed order */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                /** Format: date-time */
                                create_date: string;
                                order_total: number;
                                cart_amount: number;
                                tax_amount: number;
                                shipping_amount: number;
                                discount_amount: number;
                                status: components["schemas"]["OrderStatus"];
                                merchant_order_id: string;
                                merchant_order_status?: string;
                                shipping?: components["schemas"]["Contact"];
                                billing?: components["schemas"]["Contact"];
                                items: components["schemas"]["Item"][];
                                max_order_total: number;
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description order_not_found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description order_not_placed, order_already_confirmed, order_cancelled, merchant_order_id_conflict, request_in_progress */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description payload_too_large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unsupported_media_type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description amounts_do_not_add_up, total_exceeds_limit, idempotency_key_reused */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backd/bnpl/api/confirm_order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a placed order: you fulfil it as it is now */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key has one effect and one answer for seven days; at most 255 characters */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    /**
                     * @example {
                     *       "backd_order_id": "BO-20260416-7K3M9QX2"
                     *     }
                     */
                    "application/json": {
                        backd_order_id: string;
                        merchant_order_id?: string | null;
                    };
                };
            };
            responses: {
                /** @description The confirmed order */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                /** Format: date-time */
                                create_date: string;
                                order_total: number;
                                cart_amount: number;
                                tax_amount: number;
                                shipping_amount: number;
                                discount_amount: number;
                                status: components["schemas"]["OrderStatus"];
                                merchant_order_id: string;
                                merchant_order_status?: string;
                                shipping?: components["schemas"]["Contact"];
                                billing?: components["schemas"]["Contact"];
                                items: components["schemas"]["Item"][];
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description order_not_found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description order_not_placed, order_already_confirmed, order_cancelled, merchant_order_id_conflict, request_in_progress */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description payload_too_large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unsupported_media_type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description idempotency_key_reused */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backd/bnpl/api/cancel_order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a placed order: its customer owes nothing */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key has one effect and one answer for seven days; at most 255 characters */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    /**
                     * @example {
                     *       "backd_order_id": "BO-20260416-7K3M9QX2"
                     *     }
                     */
                    "application/json": {
                        backd_order_id: string;
                        merchant_order_id?: string | null;
                    };
                };
            };
            responses: {
                /** @description The cancelled order */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                /** Format: date-time */
                                create_date: string;
                                order_total: number;
                                cart_amount: number;
                                tax_amount: number;
                                shipping_amount: number;
                                discount_amount: number;
                                status: components["schemas"]["OrderStatus"];
                                merchant_order_id: string;
                                shipping?: components["schemas"]["Contact"];
                                billing?: components["schemas"]["Contact"];
                                items: components["schemas"]["Item"][];
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description order_not_found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description order_not_placed, order_already_confirmed, merchant_order_id_conflict, request_in_progress */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description payload_too_large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unsupported_media_type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description idempotency_key_reused */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backd/bnpl/api/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refund a confirmed order in part or in full, or change the amount before the refund locks */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key has one effect and one answer for seven days; at most 255 characters */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    /**
                     * @example {
                     *       "backd_order_id": "BO-20260416-7K3M9QX2",
                     *       "merchant_order_id": "JKLMO4321",
                     *       "refund_amount": 100.5
                     *     }
                     */
                    "application/json": {
                        backd_order_id: string;
                        merchant_order_id: string;
                        /**
                         * @description Decimal dollars with at most two decimals
                         * @example 500
                         */
                        refund_amount: number;
                    };
                };
            };
            responses: {
                /** @description The order with its refunds */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                /** Format: date-time */
                                create_date: string;
                                order_total: number;
                                cart_amount: number;
                                tax_amount: number;
                                shipping_amount: number;
                                discount_amount: number;
                                status: components["schemas"]["OrderStatus"];
                                merchant_order_id: string;
                                merchant_order_status?: string;
                                shipping?: components["schemas"]["Contact"];
                                billing?: components["schemas"]["Contact"];
                                items: components["schemas"]["Item"][];
                                refunds: components["schemas"]["Refund"][];
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description order_not_found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description order_not_confirmed, already_refunded, order_cancelled, merchant_order_id_conflict, refund_locked, request_in_progress */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description payload_too_large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unsupported_media_type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description refund_exceeds_remaining, idempotency_key_reused */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        /** Take back the active refund of an order before it locks */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key has one effect and one answer for seven days; at most 255 characters */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    /**
                     * @example {
                     *       "backd_order_id": "BO-20260416-7K3M9QX2"
                     *     }
                     */
                    "application/json": {
                        backd_order_id: string;
                        merchant_order_id?: string | null;
                    };
                };
            };
            responses: {
                /** @description The order with its refunds */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                /** Format: date-time */
                                create_date: string;
                                order_total: number;
                                cart_amount: number;
                                tax_amount: number;
                                shipping_amount: number;
                                discount_amount: number;
                                status: components["schemas"]["OrderStatus"];
                                merchant_order_id: string;
                                merchant_order_status?: string;
                                shipping?: components["schemas"]["Contact"];
                                billing?: components["schemas"]["Contact"];
                                items: components["schemas"]["Item"][];
                                refunds: components["schemas"]["Refund"][];
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description order_not_found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description order_not_confirmed, already_refunded, order_cancelled, merchant_order_id_conflict, refund_locked, no_active_refund, request_in_progress */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description payload_too_large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unsupported_media_type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description idempotency_key_reused */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backd/bnpl/api/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read your sandbox’s time */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Your time */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: date-time */
                                now: string;
                                offset_ms: number;
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        /** Put your sandbox’s time forward; refunds that are locked by then are settled */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key has one effect and one answer for seven days; at most 255 characters */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    /**
                     * @example {
                     *       "advance_seconds": 86400
                     *     }
                     */
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description Not before your current time
                         */
                        now?: string;
                        /** @description How far to go on from your current time */
                        advance_seconds?: number;
                    };
                };
            };
            responses: {
                /** @description Your time from here on */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: date-time */
                                now: string;
                                offset_ms: number;
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description request_in_progress */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description payload_too_large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unsupported_media_type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description idempotency_key_reused */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        /** Set your sandbox’s time back to real time */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same request with the same key has one effect and one answer for seven days; at most 255 characters */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Your time from here on */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** Format: date-time */
                                now: string;
                                offset_ms: number;
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description request_in_progress */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description idempotency_key_reused */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkout/api/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a merchant’s plans with the public key alone
         * @description Called at /checkout/api/plans by what a merchant's page shows before there is an order.
         */
        get: {
            parameters: {
                query: {
                    public_api_key: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The plans */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                plans: {
                                    id: string;
                                    name: string;
                                    payments: number;
                                    interval: {
                                        /** @enum {string} */
                                        unit: "day" | "week" | "month";
                                        count: number;
                                    };
                                    fee_bps: number;
                                }[];
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description origin_not_allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkout/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an order with the public key alone
         * @description Called by the SDK and the checkout at /checkout/api/orders, from registered pages only.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        order: {
                            merchant: {
                                public_api_key: string;
                                name: string;
                            };
                            mode?: ({
                                /** @enum {string} */
                                type?: "modal";
                                order_success_url?: unknown;
                                order_close_url?: unknown;
                            } | {
                                /** @enum {string} */
                                type: "redirect";
                                order_success_url: string;
                                order_close_url: string;
                            }) | null;
                            billing: components["schemas"]["ContactInput"];
                            merchant_order_id: string;
                            merchant_order_status?: string | null;
                            /**
                             * @description Decimal dollars with at most two decimals
                             * @example 500
                             */
                            order_total: number;
                            /**
                             * @description Decimal dollars with at most two decimals
                             * @example 500
                             */
                            cart_amount: number;
                            tax_amount?: number | null;
                            shipping_amount?: number | null;
                            discount_amount?: number | null;
                            shipping?: components["schemas"]["ContactInput"] | null;
                            items: components["schemas"]["ItemInput"][];
                        };
                        locale?: string | null;
                        appearance?: {
                            accent?: string | null;
                            radius?: ("none" | "small" | "medium" | "large") | null;
                            fontFamily?: string | null;
                            colorScheme?: ("light" | "dark" | "auto") | null;
                        } | null;
                        page_origin?: string;
                    };
                };
            };
            responses: {
                /** @description The order and its checkout */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                merchant_order_id: string;
                                token: string;
                                customer_url: string | null;
                                session: {
                                    backd_order_id: string;
                                    merchant_order_id: string;
                                    merchant_name: string;
                                    /** @enum {string} */
                                    role: "buyer" | "approver";
                                    status: components["schemas"]["OrderStatus"];
                                    order_total_cents: number;
                                    cart_amount_cents: number;
                                    tax_amount_cents: number;
                                    shipping_amount_cents: number;
                                    discount_amount_cents: number;
                                    items: {
                                        display_name: string;
                                        sku: string;
                                        qty: number;
                                        line_price_cents: number | null;
                                        image_url: string | null;
                                    }[];
                                    buyer: {
                                        name: string;
                                        company_name: string | null;
                                        email: string;
                                    } | null;
                                    offers: {
                                        plan_id: string;
                                        name: string;
                                        interval: {
                                            /** @enum {string} */
                                            unit: "day" | "week" | "month";
                                            count: number;
                                        };
                                        /** Format: date */
                                        starts_on: string;
                                        order_total_cents: number;
                                        fee_cents: number;
                                        total_cents: number;
                                        payments: {
                                            /** Format: date */
                                            due_on: string;
                                            amount_cents: number;
                                        }[];
                                        /** @description The yearly cost in percent, with two decimals */
                                        apr: number;
                                    }[];
                                    agreement: {
                                        version: string;
                                        text: string;
                                    };
                                    selected: {
                                        offer: {
                                            plan_id: string;
                                            name: string;
                                            interval: {
                                                /** @enum {string} */
                                                unit: "day" | "week" | "month";
                                                count: number;
                                            };
                                            /** Format: date */
                                            starts_on: string;
                                            order_total_cents: number;
                                            fee_cents: number;
                                            total_cents: number;
                                            payments: {
                                                /** Format: date */
                                                due_on: string;
                                                amount_cents: number;
                                            }[];
                                            /** @description The yearly cost in percent, with two decimals */
                                            apr: number;
                                        };
                                        schedule: {
                                            plan_id: string;
                                            name: string;
                                            interval: {
                                                /** @enum {string} */
                                                unit: "day" | "week" | "month";
                                                count: number;
                                            };
                                            /** Format: date */
                                            starts_on: string;
                                            order_total_cents: number;
                                            fee_cents: number;
                                            total_cents: number;
                                            payments: {
                                                /** Format: date */
                                                due_on: string;
                                                amount_cents: number;
                                            }[];
                                            /** @description The yearly cost in percent, with two decimals */
                                            apr: number;
                                        };
                                        agreement_version: string;
                                        /** Format: date-time */
                                        selected_at: string;
                                    } | null;
                                    return_urls: {
                                        success: string;
                                        close: string;
                                        backd_signature: string | null;
                                    } | null;
                                    locale: string | null;
                                    appearance: {
                                        accent?: string;
                                        /** @enum {string} */
                                        radius?: "none" | "small" | "medium" | "large";
                                        fontFamily?: string;
                                        /** @enum {string} */
                                        colorScheme?: "light" | "dark" | "auto";
                                    } | null;
                                    verification: {
                                        /** @enum {string} */
                                        state: "not_needed";
                                    } | {
                                        /** @enum {string} */
                                        state: "required";
                                        email: string;
                                        /** @enum {string} */
                                        reason: "first" | "other_browser";
                                        code: {
                                            /** Format: date-time */
                                            sent_at: string;
                                            /** Format: date-time */
                                            resend_at: string;
                                            /** Format: date-time */
                                            expires_at: string;
                                        } | null;
                                    } | {
                                        /** @enum {string} */
                                        state: "done";
                                        email: string;
                                    };
                                    /** @enum {string} */
                                    decision: "approved" | "pending" | "declined" | "limit_too_low";
                                    confirmation: {
                                        /** @enum {string} */
                                        state: "sending" | "sent" | "failed";
                                        email: string;
                                    } | null;
                                    approval: {
                                        /** @enum {string} */
                                        state: "pending" | "approved" | "declined" | "withdrawn" | "expired";
                                        approver_email: string;
                                        requested_by: string | null;
                                        note: string | null;
                                        reason: string | null;
                                        /** Format: date-time */
                                        requested_at: string;
                                        /** Format: date-time */
                                        expires_at: string;
                                        decided_at: string | null;
                                    } | null;
                                    /** Format: date-time */
                                    expires_at: string;
                                };
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description origin_not_allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description duplicate_merchant_order_id */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description checkout_expired */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description payload_too_large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unsupported_media_type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description amounts_do_not_add_up, total_exceeds_limit */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkout/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the session */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The session */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                merchant_order_id: string;
                                merchant_name: string;
                                /** @enum {string} */
                                role: "buyer" | "approver";
                                status: components["schemas"]["OrderStatus"];
                                order_total_cents: number;
                                cart_amount_cents: number;
                                tax_amount_cents: number;
                                shipping_amount_cents: number;
                                discount_amount_cents: number;
                                items: {
                                    display_name: string;
                                    sku: string;
                                    qty: number;
                                    line_price_cents: number | null;
                                    image_url: string | null;
                                }[];
                                buyer: {
                                    name: string;
                                    company_name: string | null;
                                    email: string;
                                } | null;
                                offers: {
                                    plan_id: string;
                                    name: string;
                                    interval: {
                                        /** @enum {string} */
                                        unit: "day" | "week" | "month";
                                        count: number;
                                    };
                                    /** Format: date */
                                    starts_on: string;
                                    order_total_cents: number;
                                    fee_cents: number;
                                    total_cents: number;
                                    payments: {
                                        /** Format: date */
                                        due_on: string;
                                        amount_cents: number;
                                    }[];
                                    /** @description The yearly cost in percent, with two decimals */
                                    apr: number;
                                }[];
                                agreement: {
                                    version: string;
                                    text: string;
                                };
                                selected: {
                                    offer: {
                                        plan_id: string;
                                        name: string;
                                        interval: {
                                            /** @enum {string} */
                                            unit: "day" | "week" | "month";
                                            count: number;
                                        };
                                        /** Format: date */
                                        starts_on: string;
                                        order_total_cents: number;
                                        fee_cents: number;
                                        total_cents: number;
                                        payments: {
                                            /** Format: date */
                                            due_on: string;
                                            amount_cents: number;
                                        }[];
                                        /** @description The yearly cost in percent, with two decimals */
                                        apr: number;
                                    };
                                    schedule: {
                                        plan_id: string;
                                        name: string;
                                        interval: {
                                            /** @enum {string} */
                                            unit: "day" | "week" | "month";
                                            count: number;
                                        };
                                        /** Format: date */
                                        starts_on: string;
                                        order_total_cents: number;
                                        fee_cents: number;
                                        total_cents: number;
                                        payments: {
                                            /** Format: date */
                                            due_on: string;
                                            amount_cents: number;
                                        }[];
                                        /** @description The yearly cost in percent, with two decimals */
                                        apr: number;
                                    };
                                    agreement_version: string;
                                    /** Format: date-time */
                                    selected_at: string;
                                } | null;
                                return_urls: {
                                    success: string;
                                    close: string;
                                    backd_signature: string | null;
                                } | null;
                                locale: string | null;
                                appearance: {
                                    accent?: string;
                                    /** @enum {string} */
                                    radius?: "none" | "small" | "medium" | "large";
                                    fontFamily?: string;
                                    /** @enum {string} */
                                    colorScheme?: "light" | "dark" | "auto";
                                } | null;
                                verification: {
                                    /** @enum {string} */
                                    state: "not_needed";
                                } | {
                                    /** @enum {string} */
                                    state: "required";
                                    email: string;
                                    /** @enum {string} */
                                    reason: "first" | "other_browser";
                                    code: {
                                        /** Format: date-time */
                                        sent_at: string;
                                        /** Format: date-time */
                                        resend_at: string;
                                        /** Format: date-time */
                                        expires_at: string;
                                    } | null;
                                } | {
                                    /** @enum {string} */
                                    state: "done";
                                    email: string;
                                };
                                /** @enum {string} */
                                decision: "approved" | "pending" | "declined" | "limit_too_low";
                                confirmation: {
                                    /** @enum {string} */
                                    state: "sending" | "sent" | "failed";
                                    email: string;
                                } | null;
                                approval: {
                                    /** @enum {string} */
                                    state: "pending" | "approved" | "declined" | "withdrawn" | "expired";
                                    approver_email: string;
                                    requested_by: string | null;
                                    note: string | null;
                                    reason: string | null;
                                    /** Format: date-time */
                                    requested_at: string;
                                    /** Format: date-time */
                                    expires_at: string;
                                    decided_at: string | null;
                                } | null;
                                /** Format: date-time */
                                expires_at: string;
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description not_found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description checkout_expired, approval_withdrawn, approval_expired */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkout/api/session/frame": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a customer_url for the modal’s own link
         * @description Called by the modal with the token of a page’s link, which stays as it is, from registered pages only.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        locale?: string | null;
                        appearance?: {
                            accent?: string | null;
                            radius?: ("none" | "small" | "medium" | "large") | null;
                            fontFamily?: string | null;
                            colorScheme?: ("light" | "dark" | "auto") | null;
                        } | null;
                        page_origin?: string;
                    };
                };
            };
            responses: {
                /** @description The order and its checkout */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                merchant_order_id: string;
                                token: string;
                                customer_url: string | null;
                                session: {
                                    backd_order_id: string;
                                    merchant_order_id: string;
                                    merchant_name: string;
                                    /** @enum {string} */
                                    role: "buyer" | "approver";
                                    status: components["schemas"]["OrderStatus"];
                                    order_total_cents: number;
                                    cart_amount_cents: number;
                                    tax_amount_cents: number;
                                    shipping_amount_cents: number;
                                    discount_amount_cents: number;
                                    items: {
                                        display_name: string;
                                        sku: string;
                                        qty: number;
                                        line_price_cents: number | null;
                                        image_url: string | null;
                                    }[];
                                    buyer: {
                                        name: string;
                                        company_name: string | null;
                                        email: string;
                                    } | null;
                                    offers: {
                                        plan_id: string;
                                        name: string;
                                        interval: {
                                            /** @enum {string} */
                                            unit: "day" | "week" | "month";
                                            count: number;
                                        };
                                        /** Format: date */
                                        starts_on: string;
                                        order_total_cents: number;
                                        fee_cents: number;
                                        total_cents: number;
                                        payments: {
                                            /** Format: date */
                                            due_on: string;
                                            amount_cents: number;
                                        }[];
                                        /** @description The yearly cost in percent, with two decimals */
                                        apr: number;
                                    }[];
                                    agreement: {
                                        version: string;
                                        text: string;
                                    };
                                    selected: {
                                        offer: {
                                            plan_id: string;
                                            name: string;
                                            interval: {
                                                /** @enum {string} */
                                                unit: "day" | "week" | "month";
                                                count: number;
                                            };
                                            /** Format: date */
                                            starts_on: string;
                                            order_total_cents: number;
                                            fee_cents: number;
                                            total_cents: number;
                                            payments: {
                                                /** Format: date */
                                                due_on: string;
                                                amount_cents: number;
                                            }[];
                                            /** @description The yearly cost in percent, with two decimals */
                                            apr: number;
                                        };
                                        schedule: {
                                            plan_id: string;
                                            name: string;
                                            interval: {
                                                /** @enum {string} */
                                                unit: "day" | "week" | "month";
                                                count: number;
                                            };
                                            /** Format: date */
                                            starts_on: string;
                                            order_total_cents: number;
                                            fee_cents: number;
                                            total_cents: number;
                                            payments: {
                                                /** Format: date */
                                                due_on: string;
                                                amount_cents: number;
                                            }[];
                                            /** @description The yearly cost in percent, with two decimals */
                                            apr: number;
                                        };
                                        agreement_version: string;
                                        /** Format: date-time */
                                        selected_at: string;
                                    } | null;
                                    return_urls: {
                                        success: string;
                                        close: string;
                                        backd_signature: string | null;
                                    } | null;
                                    locale: string | null;
                                    appearance: {
                                        accent?: string;
                                        /** @enum {string} */
                                        radius?: "none" | "small" | "medium" | "large";
                                        fontFamily?: string;
                                        /** @enum {string} */
                                        colorScheme?: "light" | "dark" | "auto";
                                    } | null;
                                    verification: {
                                        /** @enum {string} */
                                        state: "not_needed";
                                    } | {
                                        /** @enum {string} */
                                        state: "required";
                                        email: string;
                                        /** @enum {string} */
                                        reason: "first" | "other_browser";
                                        code: {
                                            /** Format: date-time */
                                            sent_at: string;
                                            /** Format: date-time */
                                            resend_at: string;
                                            /** Format: date-time */
                                            expires_at: string;
                                        } | null;
                                    } | {
                                        /** @enum {string} */
                                        state: "done";
                                        email: string;
                                    };
                                    /** @enum {string} */
                                    decision: "approved" | "pending" | "declined" | "limit_too_low";
                                    confirmation: {
                                        /** @enum {string} */
                                        state: "sending" | "sent" | "failed";
                                        email: string;
                                    } | null;
                                    approval: {
                                        /** @enum {string} */
                                        state: "pending" | "approved" | "declined" | "withdrawn" | "expired";
                                        approver_email: string;
                                        requested_by: string | null;
                                        note: string | null;
                                        reason: string | null;
                                        /** Format: date-time */
                                        requested_at: string;
                                        /** Format: date-time */
                                        expires_at: string;
                                        decided_at: string | null;
                                    } | null;
                                    /** Format: date-time */
                                    expires_at: string;
                                };
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description origin_not_allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description not_found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description checkout_expired */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description payload_too_large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unsupported_media_type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkout/api/session/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Select payment terms */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        plan_id: string;
                        /** Format: date */
                        starts_on: string;
                        total_cents: number;
                        agreement_version: string;
                        /** @enum {boolean} */
                        agreed: true;
                    };
                };
            };
            responses: {
                /** @description The session, with the terms that were selected */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                merchant_order_id: string;
                                merchant_name: string;
                                /** @enum {string} */
                                role: "buyer" | "approver";
                                status: components["schemas"]["OrderStatus"];
                                order_total_cents: number;
                                cart_amount_cents: number;
                                tax_amount_cents: number;
                                shipping_amount_cents: number;
                                discount_amount_cents: number;
                                items: {
                                    display_name: string;
                                    sku: string;
                                    qty: number;
                                    line_price_cents: number | null;
                                    image_url: string | null;
                                }[];
                                buyer: {
                                    name: string;
                                    company_name: string | null;
                                    email: string;
                                } | null;
                                offers: {
                                    plan_id: string;
                                    name: string;
                                    interval: {
                                        /** @enum {string} */
                                        unit: "day" | "week" | "month";
                                        count: number;
                                    };
                                    /** Format: date */
                                    starts_on: string;
                                    order_total_cents: number;
                                    fee_cents: number;
                                    total_cents: number;
                                    payments: {
                                        /** Format: date */
                                        due_on: string;
                                        amount_cents: number;
                                    }[];
                                    /** @description The yearly cost in percent, with two decimals */
                                    apr: number;
                                }[];
                                agreement: {
                                    version: string;
                                    text: string;
                                };
                                selected: {
                                    offer: {
                                        plan_id: string;
                                        name: string;
                                        interval: {
                                            /** @enum {string} */
                                            unit: "day" | "week" | "month";
                                            count: number;
                                        };
                                        /** Format: date */
                                        starts_on: string;
                                        order_total_cents: number;
                                        fee_cents: number;
                                        total_cents: number;
                                        payments: {
                                            /** Format: date */
                                            due_on: string;
                                            amount_cents: number;
                                        }[];
                                        /** @description The yearly cost in percent, with two decimals */
                                        apr: number;
                                    };
                                    schedule: {
                                        plan_id: string;
                                        name: string;
                                        interval: {
                                            /** @enum {string} */
                                            unit: "day" | "week" | "month";
                                            count: number;
                                        };
                                        /** Format: date */
                                        starts_on: string;
                                        order_total_cents: number;
                                        fee_cents: number;
                                        total_cents: number;
                                        payments: {
                                            /** Format: date */
                                            due_on: string;
                                            amount_cents: number;
                                        }[];
                                        /** @description The yearly cost in percent, with two decimals */
                                        apr: number;
                                    };
                                    agreement_version: string;
                                    /** Format: date-time */
                                    selected_at: string;
                                } | null;
                                return_urls: {
                                    success: string;
                                    close: string;
                                    backd_signature: string | null;
                                } | null;
                                locale: string | null;
                                appearance: {
                                    accent?: string;
                                    /** @enum {string} */
                                    radius?: "none" | "small" | "medium" | "large";
                                    fontFamily?: string;
                                    /** @enum {string} */
                                    colorScheme?: "light" | "dark" | "auto";
                                } | null;
                                verification: {
                                    /** @enum {string} */
                                    state: "not_needed";
                                } | {
                                    /** @enum {string} */
                                    state: "required";
                                    email: string;
                                    /** @enum {string} */
                                    reason: "first" | "other_browser";
                                    code: {
                                        /** Format: date-time */
                                        sent_at: string;
                                        /** Format: date-time */
                                        resend_at: string;
                                        /** Format: date-time */
                                        expires_at: string;
                                    } | null;
                                } | {
                                    /** @enum {string} */
                                    state: "done";
                                    email: string;
                                };
                                /** @enum {string} */
                                decision: "approved" | "pending" | "declined" | "limit_too_low";
                                confirmation: {
                                    /** @enum {string} */
                                    state: "sending" | "sent" | "failed";
                                    email: string;
                                } | null;
                                approval: {
                                    /** @enum {string} */
                                    state: "pending" | "approved" | "declined" | "withdrawn" | "expired";
                                    approver_email: string;
                                    requested_by: string | null;
                                    note: string | null;
                                    reason: string | null;
                                    /** Format: date-time */
                                    requested_at: string;
                                    /** Format: date-time */
                                    expires_at: string;
                                    decided_at: string | null;
                                } | null;
                                /** Format: date-time */
                                expires_at: string;
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description not_found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description terms_already_selected, order_cancelled, verification_required, approval_pending, approval_not_pending, decision_pending, offer_changed, duplicate_merchant_order_id */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description checkout_expired, approval_withdrawn, approval_expired */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description payload_too_large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unsupported_media_type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description total_exceeds_limit, declined */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkout/api/session/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a code to the customer’s address
         * @description Takes no body. Within half a minute of the last code it sends no other, and answers the same. On a page the answer sets the cookie of the browser in which the code is to be entered.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The session, with when the code was sent */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                merchant_order_id: string;
                                merchant_name: string;
                                /** @enum {string} */
                                role: "buyer" | "approver";
                                status: components["schemas"]["OrderStatus"];
                                order_total_cents: number;
                                cart_amount_cents: number;
                                tax_amount_cents: number;
                                shipping_amount_cents: number;
                                discount_amount_cents: number;
                                items: {
                                    display_name: string;
                                    sku: string;
                                    qty: number;
                                    line_price_cents: number | null;
                                    image_url: string | null;
                                }[];
                                buyer: {
                                    name: string;
                                    company_name: string | null;
                                    email: string;
                                } | null;
                                offers: {
                                    plan_id: string;
                                    name: string;
                                    interval: {
                                        /** @enum {string} */
                                        unit: "day" | "week" | "month";
                                        count: number;
                                    };
                                    /** Format: date */
                                    starts_on: string;
                                    order_total_cents: number;
                                    fee_cents: number;
                                    total_cents: number;
                                    payments: {
                                        /** Format: date */
                                        due_on: string;
                                        amount_cents: number;
                                    }[];
                                    /** @description The yearly cost in percent, with two decimals */
                                    apr: number;
                                }[];
                                agreement: {
                                    version: string;
                                    text: string;
                                };
                                selected: {
                                    offer: {
                                        plan_id: string;
                                        name: string;
                                        interval: {
                                            /** @enum {string} */
                                            unit: "day" | "week" | "month";
                                            count: number;
                                        };
                                        /** Format: date */
                                        starts_on: string;
                                        order_total_cents: number;
                                        fee_cents: number;
                                        total_cents: number;
                                        payments: {
                                            /** Format: date */
                                            due_on: string;
                                            amount_cents: number;
                                        }[];
                                        /** @description The yearly cost in percent, with two decimals */
                                        apr: number;
                                    };
                                    schedule: {
                                        plan_id: string;
                                        name: string;
                                        interval: {
                                            /** @enum {string} */
                                            unit: "day" | "week" | "month";
                                            count: number;
                                        };
                                        /** Format: date */
                                        starts_on: string;
                                        order_total_cents: number;
                                        fee_cents: number;
                                        total_cents: number;
                                        payments: {
                                            /** Format: date */
                                            due_on: string;
                                            amount_cents: number;
                                        }[];
                                        /** @description The yearly cost in percent, with two decimals */
                                        apr: number;
                                    };
                                    agreement_version: string;
                                    /** Format: date-time */
                                    selected_at: string;
                                } | null;
                                return_urls: {
                                    success: string;
                                    close: string;
                                    backd_signature: string | null;
                                } | null;
                                locale: string | null;
                                appearance: {
                                    accent?: string;
                                    /** @enum {string} */
                                    radius?: "none" | "small" | "medium" | "large";
                                    fontFamily?: string;
                                    /** @enum {string} */
                                    colorScheme?: "light" | "dark" | "auto";
                                } | null;
                                verification: {
                                    /** @enum {string} */
                                    state: "not_needed";
                                } | {
                                    /** @enum {string} */
                                    state: "required";
                                    email: string;
                                    /** @enum {string} */
                                    reason: "first" | "other_browser";
                                    code: {
                                        /** Format: date-time */
                                        sent_at: string;
                                        /** Format: date-time */
                                        resend_at: string;
                                        /** Format: date-time */
                                        expires_at: string;
                                    } | null;
                                } | {
                                    /** @enum {string} */
                                    state: "done";
                                    email: string;
                                };
                                /** @enum {string} */
                                decision: "approved" | "pending" | "declined" | "limit_too_low";
                                confirmation: {
                                    /** @enum {string} */
                                    state: "sending" | "sent" | "failed";
                                    email: string;
                                } | null;
                                approval: {
                                    /** @enum {string} */
                                    state: "pending" | "approved" | "declined" | "withdrawn" | "expired";
                                    approver_email: string;
                                    requested_by: string | null;
                                    note: string | null;
                                    reason: string | null;
                                    /** Format: date-time */
                                    requested_at: string;
                                    /** Format: date-time */
                                    expires_at: string;
                                    decided_at: string | null;
                                } | null;
                                /** Format: date-time */
                                expires_at: string;
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description not_found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description checkout_expired, approval_withdrawn, approval_expired */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description payload_too_large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unsupported_media_type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description email_undeliverable */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkout/api/session/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter the code
         * @description A page’s link counts as verified in this browser alone, which its cookie tells; the answer sets one where the sending of the code has not. Entered again in the same browser, the right code is answered as verified.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 000000 */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description The session, verified */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                merchant_order_id: string;
                                merchant_name: string;
                                /** @enum {string} */
                                role: "buyer" | "approver";
                                status: components["schemas"]["OrderStatus"];
                                order_total_cents: number;
                                cart_amount_cents: number;
                                tax_amount_cents: number;
                                shipping_amount_cents: number;
                                discount_amount_cents: number;
                                items: {
                                    display_name: string;
                                    sku: string;
                                    qty: number;
                                    line_price_cents: number | null;
                                    image_url: string | null;
                                }[];
                                buyer: {
                                    name: string;
                                    company_name: string | null;
                                    email: string;
                                } | null;
                                offers: {
                                    plan_id: string;
                                    name: string;
                                    interval: {
                                        /** @enum {string} */
                                        unit: "day" | "week" | "month";
                                        count: number;
                                    };
                                    /** Format: date */
                                    starts_on: string;
                                    order_total_cents: number;
                                    fee_cents: number;
                                    total_cents: number;
                                    payments: {
                                        /** Format: date */
                                        due_on: string;
                                        amount_cents: number;
                                    }[];
                                    /** @description The yearly cost in percent, with two decimals */
                                    apr: number;
                                }[];
                                agreement: {
                                    version: string;
                                    text: string;
                                };
                                selected: {
                                    offer: {
                                        plan_id: string;
                                        name: string;
                                        interval: {
                                            /** @enum {string} */
                                            unit: "day" | "week" | "month";
                                            count: number;
                                        };
                                        /** Format: date */
                                        starts_on: string;
                                        order_total_cents: number;
                                        fee_cents: number;
                                        total_cents: number;
                                        payments: {
                                            /** Format: date */
                                            due_on: string;
                                            amount_cents: number;
                                        }[];
                                        /** @description The yearly cost in percent, with two decimals */
                                        apr: number;
                                    };
                                    schedule: {
                                        plan_id: string;
                                        name: string;
                                        interval: {
                                            /** @enum {string} */
                                            unit: "day" | "week" | "month";
                                            count: number;
                                        };
                                        /** Format: date */
                                        starts_on: string;
                                        order_total_cents: number;
                                        fee_cents: number;
                                        total_cents: number;
                                        payments: {
                                            /** Format: date */
                                            due_on: string;
                                            amount_cents: number;
                                        }[];
                                        /** @description The yearly cost in percent, with two decimals */
                                        apr: number;
                                    };
                                    agreement_version: string;
                                    /** Format: date-time */
                                    selected_at: string;
                                } | null;
                                return_urls: {
                                    success: string;
                                    close: string;
                                    backd_signature: string | null;
                                } | null;
                                locale: string | null;
                                appearance: {
                                    accent?: string;
                                    /** @enum {string} */
                                    radius?: "none" | "small" | "medium" | "large";
                                    fontFamily?: string;
                                    /** @enum {string} */
                                    colorScheme?: "light" | "dark" | "auto";
                                } | null;
                                verification: {
                                    /** @enum {string} */
                                    state: "not_needed";
                                } | {
                                    /** @enum {string} */
                                    state: "required";
                                    email: string;
                                    /** @enum {string} */
                                    reason: "first" | "other_browser";
                                    code: {
                                        /** Format: date-time */
                                        sent_at: string;
                                        /** Format: date-time */
                                        resend_at: string;
                                        /** Format: date-time */
                                        expires_at: string;
                                    } | null;
                                } | {
                                    /** @enum {string} */
                                    state: "done";
                                    email: string;
                                };
                                /** @enum {string} */
                                decision: "approved" | "pending" | "declined" | "limit_too_low";
                                confirmation: {
                                    /** @enum {string} */
                                    state: "sending" | "sent" | "failed";
                                    email: string;
                                } | null;
                                approval: {
                                    /** @enum {string} */
                                    state: "pending" | "approved" | "declined" | "withdrawn" | "expired";
                                    approver_email: string;
                                    requested_by: string | null;
                                    note: string | null;
                                    reason: string | null;
                                    /** Format: date-time */
                                    requested_at: string;
                                    /** Format: date-time */
                                    expires_at: string;
                                    decided_at: string | null;
                                } | null;
                                /** Format: date-time */
                                expires_at: string;
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description not_found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description checkout_expired, approval_withdrawn, approval_expired, code_expired */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description payload_too_large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unsupported_media_type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description code_wrong */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkout/api/session/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a colleague to choose the terms
         * @description The same again, while it is pending, mails nothing and answers the same.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        approver_email: string;
                        note?: string | null;
                    };
                };
            };
            responses: {
                /** @description The session, with the request */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                merchant_order_id: string;
                                merchant_name: string;
                                /** @enum {string} */
                                role: "buyer" | "approver";
                                status: components["schemas"]["OrderStatus"];
                                order_total_cents: number;
                                cart_amount_cents: number;
                                tax_amount_cents: number;
                                shipping_amount_cents: number;
                                discount_amount_cents: number;
                                items: {
                                    display_name: string;
                                    sku: string;
                                    qty: number;
                                    line_price_cents: number | null;
                                    image_url: string | null;
                                }[];
                                buyer: {
                                    name: string;
                                    company_name: string | null;
                                    email: string;
                                } | null;
                                offers: {
                                    plan_id: string;
                                    name: string;
                                    interval: {
                                        /** @enum {string} */
                                        unit: "day" | "week" | "month";
                                        count: number;
                                    };
                                    /** Format: date */
                                    starts_on: string;
                                    order_total_cents: number;
                                    fee_cents: number;
                                    total_cents: number;
                                    payments: {
                                        /** Format: date */
                                        due_on: string;
                                        amount_cents: number;
                                    }[];
                                    /** @description The yearly cost in percent, with two decimals */
                                    apr: number;
                                }[];
                                agreement: {
                                    version: string;
                                    text: string;
                                };
                                selected: {
                                    offer: {
                                        plan_id: string;
                                        name: string;
                                        interval: {
                                            /** @enum {string} */
                                            unit: "day" | "week" | "month";
                                            count: number;
                                        };
                                        /** Format: date */
                                        starts_on: string;
                                        order_total_cents: number;
                                        fee_cents: number;
                                        total_cents: number;
                                        payments: {
                                            /** Format: date */
                                            due_on: string;
                                            amount_cents: number;
                                        }[];
                                        /** @description The yearly cost in percent, with two decimals */
                                        apr: number;
                                    };
                                    schedule: {
                                        plan_id: string;
                                        name: string;
                                        interval: {
                                            /** @enum {string} */
                                            unit: "day" | "week" | "month";
                                            count: number;
                                        };
                                        /** Format: date */
                                        starts_on: string;
                                        order_total_cents: number;
                                        fee_cents: number;
                                        total_cents: number;
                                        payments: {
                                            /** Format: date */
                                            due_on: string;
                                            amount_cents: number;
                                        }[];
                                        /** @description The yearly cost in percent, with two decimals */
                                        apr: number;
                                    };
                                    agreement_version: string;
                                    /** Format: date-time */
                                    selected_at: string;
                                } | null;
                                return_urls: {
                                    success: string;
                                    close: string;
                                    backd_signature: string | null;
                                } | null;
                                locale: string | null;
                                appearance: {
                                    accent?: string;
                                    /** @enum {string} */
                                    radius?: "none" | "small" | "medium" | "large";
                                    fontFamily?: string;
                                    /** @enum {string} */
                                    colorScheme?: "light" | "dark" | "auto";
                                } | null;
                                verification: {
                                    /** @enum {string} */
                                    state: "not_needed";
                                } | {
                                    /** @enum {string} */
                                    state: "required";
                                    email: string;
                                    /** @enum {string} */
                                    reason: "first" | "other_browser";
                                    code: {
                                        /** Format: date-time */
                                        sent_at: string;
                                        /** Format: date-time */
                                        resend_at: string;
                                        /** Format: date-time */
                                        expires_at: string;
                                    } | null;
                                } | {
                                    /** @enum {string} */
                                    state: "done";
                                    email: string;
                                };
                                /** @enum {string} */
                                decision: "approved" | "pending" | "declined" | "limit_too_low";
                                confirmation: {
                                    /** @enum {string} */
                                    state: "sending" | "sent" | "failed";
                                    email: string;
                                } | null;
                                approval: {
                                    /** @enum {string} */
                                    state: "pending" | "approved" | "declined" | "withdrawn" | "expired";
                                    approver_email: string;
                                    requested_by: string | null;
                                    note: string | null;
                                    reason: string | null;
                                    /** Format: date-time */
                                    requested_at: string;
                                    /** Format: date-time */
                                    expires_at: string;
                                    decided_at: string | null;
                                } | null;
                                /** Format: date-time */
                                expires_at: string;
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description role_not_allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description not_found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description terms_already_selected, order_cancelled, verification_required, approval_pending, decision_pending, approvals_used_up */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description checkout_expired, approval_withdrawn, approval_expired */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description payload_too_large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unsupported_media_type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description approver_is_buyer, declined, total_exceeds_limit, email_undeliverable */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        /**
         * Take the order back from the colleague
         * @description Takes no body.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The session, with the request withdrawn */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                merchant_order_id: string;
                                merchant_name: string;
                                /** @enum {string} */
                                role: "buyer" | "approver";
                                status: components["schemas"]["OrderStatus"];
                                order_total_cents: number;
                                cart_amount_cents: number;
                                tax_amount_cents: number;
                                shipping_amount_cents: number;
                                discount_amount_cents: number;
                                items: {
                                    display_name: string;
                                    sku: string;
                                    qty: number;
                                    line_price_cents: number | null;
                                    image_url: string | null;
                                }[];
                                buyer: {
                                    name: string;
                                    company_name: string | null;
                                    email: string;
                                } | null;
                                offers: {
                                    plan_id: string;
                                    name: string;
                                    interval: {
                                        /** @enum {string} */
                                        unit: "day" | "week" | "month";
                                        count: number;
                                    };
                                    /** Format: date */
                                    starts_on: string;
                                    order_total_cents: number;
                                    fee_cents: number;
                                    total_cents: number;
                                    payments: {
                                        /** Format: date */
                                        due_on: string;
                                        amount_cents: number;
                                    }[];
                                    /** @description The yearly cost in percent, with two decimals */
                                    apr: number;
                                }[];
                                agreement: {
                                    version: string;
                                    text: string;
                                };
                                selected: {
                                    offer: {
                                        plan_id: string;
                                        name: string;
                                        interval: {
                                            /** @enum {string} */
                                            unit: "day" | "week" | "month";
                                            count: number;
                                        };
                                        /** Format: date */
                                        starts_on: string;
                                        order_total_cents: number;
                                        fee_cents: number;
                                        total_cents: number;
                                        payments: {
                                            /** Format: date */
                                            due_on: string;
                                            amount_cents: number;
                                        }[];
                                        /** @description The yearly cost in percent, with two decimals */
                                        apr: number;
                                    };
                                    schedule: {
                                        plan_id: string;
                                        name: string;
                                        interval: {
                                            /** @enum {string} */
                                            unit: "day" | "week" | "month";
                                            count: number;
                                        };
                                        /** Format: date */
                                        starts_on: string;
                                        order_total_cents: number;
                                        fee_cents: number;
                                        total_cents: number;
                                        payments: {
                                            /** Format: date */
                                            due_on: string;
                                            amount_cents: number;
                                        }[];
                                        /** @description The yearly cost in percent, with two decimals */
                                        apr: number;
                                    };
                                    agreement_version: string;
                                    /** Format: date-time */
                                    selected_at: string;
                                } | null;
                                return_urls: {
                                    success: string;
                                    close: string;
                                    backd_signature: string | null;
                                } | null;
                                locale: string | null;
                                appearance: {
                                    accent?: string;
                                    /** @enum {string} */
                                    radius?: "none" | "small" | "medium" | "large";
                                    fontFamily?: string;
                                    /** @enum {string} */
                                    colorScheme?: "light" | "dark" | "auto";
                                } | null;
                                verification: {
                                    /** @enum {string} */
                                    state: "not_needed";
                                } | {
                                    /** @enum {string} */
                                    state: "required";
                                    email: string;
                                    /** @enum {string} */
                                    reason: "first" | "other_browser";
                                    code: {
                                        /** Format: date-time */
                                        sent_at: string;
                                        /** Format: date-time */
                                        resend_at: string;
                                        /** Format: date-time */
                                        expires_at: string;
                                    } | null;
                                } | {
                                    /** @enum {string} */
                                    state: "done";
                                    email: string;
                                };
                                /** @enum {string} */
                                decision: "approved" | "pending" | "declined" | "limit_too_low";
                                confirmation: {
                                    /** @enum {string} */
                                    state: "sending" | "sent" | "failed";
                                    email: string;
                                } | null;
                                approval: {
                                    /** @enum {string} */
                                    state: "pending" | "approved" | "declined" | "withdrawn" | "expired";
                                    approver_email: string;
                                    requested_by: string | null;
                                    note: string | null;
                                    reason: string | null;
                                    /** Format: date-time */
                                    requested_at: string;
                                    /** Format: date-time */
                                    expires_at: string;
                                    decided_at: string | null;
                                } | null;
                                /** Format: date-time */
                                expires_at: string;
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description role_not_allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description not_found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description terms_already_selected, order_cancelled, verification_required, approval_not_pending */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description checkout_expired, approval_withdrawn, approval_expired */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description payload_too_large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unsupported_media_type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkout/api/session/approval/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline to approve */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string | null;
                    };
                };
            };
            responses: {
                /** @description The session, with the request declined */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                backd_order_id: string;
                                merchant_order_id: string;
                                merchant_name: string;
                                /** @enum {string} */
                                role: "buyer" | "approver";
                                status: components["schemas"]["OrderStatus"];
                                order_total_cents: number;
                                cart_amount_cents: number;
                                tax_amount_cents: number;
                                shipping_amount_cents: number;
                                discount_amount_cents: number;
                                items: {
                                    display_name: string;
                                    sku: string;
                                    qty: number;
                                    line_price_cents: number | null;
                                    image_url: string | null;
                                }[];
                                buyer: {
                                    name: string;
                                    company_name: string | null;
                                    email: string;
                                } | null;
                                offers: {
                                    plan_id: string;
                                    name: string;
                                    interval: {
                                        /** @enum {string} */
                                        unit: "day" | "week" | "month";
                                        count: number;
                                    };
                                    /** Format: date */
                                    starts_on: string;
                                    order_total_cents: number;
                                    fee_cents: number;
                                    total_cents: number;
                                    payments: {
                                        /** Format: date */
                                        due_on: string;
                                        amount_cents: number;
                                    }[];
                                    /** @description The yearly cost in percent, with two decimals */
                                    apr: number;
                                }[];
                                agreement: {
                                    version: string;
                                    text: string;
                                };
                                selected: {
                                    offer: {
                                        plan_id: string;
                                        name: string;
                                        interval: {
                                            /** @enum {string} */
                                            unit: "day" | "week" | "month";
                                            count: number;
                                        };
                                        /** Format: date */
                                        starts_on: string;
                                        order_total_cents: number;
                                        fee_cents: number;
                                        total_cents: number;
                                        payments: {
                                            /** Format: date */
                                            due_on: string;
                                            amount_cents: number;
                                        }[];
                                        /** @description The yearly cost in percent, with two decimals */
                                        apr: number;
                                    };
                                    schedule: {
                                        plan_id: string;
                                        name: string;
                                        interval: {
                                            /** @enum {string} */
                                            unit: "day" | "week" | "month";
                                            count: number;
                                        };
                                        /** Format: date */
                                        starts_on: string;
                                        order_total_cents: number;
                                        fee_cents: number;
                                        total_cents: number;
                                        payments: {
                                            /** Format: date */
                                            due_on: string;
                                            amount_cents: number;
                                        }[];
                                        /** @description The yearly cost in percent, with two decimals */
                                        apr: number;
                                    };
                                    agreement_version: string;
                                    /** Format: date-time */
                                    selected_at: string;
                                } | null;
                                return_urls: {
                                    success: string;
                                    close: string;
                                    backd_signature: string | null;
                                } | null;
                                locale: string | null;
                                appearance: {
                                    accent?: string;
                                    /** @enum {string} */
                                    radius?: "none" | "small" | "medium" | "large";
                                    fontFamily?: string;
                                    /** @enum {string} */
                                    colorScheme?: "light" | "dark" | "auto";
                                } | null;
                                verification: {
                                    /** @enum {string} */
                                    state: "not_needed";
                                } | {
                                    /** @enum {string} */
                                    state: "required";
                                    email: string;
                                    /** @enum {string} */
                                    reason: "first" | "other_browser";
                                    code: {
                                        /** Format: date-time */
                                        sent_at: string;
                                        /** Format: date-time */
                                        resend_at: string;
                                        /** Format: date-time */
                                        expires_at: string;
                                    } | null;
                                } | {
                                    /** @enum {string} */
                                    state: "done";
                                    email: string;
                                };
                                /** @enum {string} */
                                decision: "approved" | "pending" | "declined" | "limit_too_low";
                                confirmation: {
                                    /** @enum {string} */
                                    state: "sending" | "sent" | "failed";
                                    email: string;
                                } | null;
                                approval: {
                                    /** @enum {string} */
                                    state: "pending" | "approved" | "declined" | "withdrawn" | "expired";
                                    approver_email: string;
                                    requested_by: string | null;
                                    note: string | null;
                                    reason: string | null;
                                    /** Format: date-time */
                                    requested_at: string;
                                    /** Format: date-time */
                                    expires_at: string;
                                    decided_at: string | null;
                                } | null;
                                /** Format: date-time */
                                expires_at: string;
                            };
                            message: string;
                            status: {
                                /** @enum {string} */
                                type: "success";
                                /** @enum {number} */
                                code: 200;
                                /** @enum {boolean} */
                                error: false;
                            };
                        };
                    };
                };
                /** @description invalid_request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description role_not_allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description not_found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description terms_already_selected, order_cancelled, verification_required, approval_not_pending */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description checkout_expired, approval_withdrawn, approval_expired */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description payload_too_large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unsupported_media_type */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description too_many_requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description internal_error */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description unavailable */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ContactInput: {
            name: {
                first: string;
                last: string;
            };
            company_name?: string | null;
            address: {
                line1: string;
                line2?: string | null;
                city: string;
                state: string;
                zipcode: string;
                country: string;
            };
            phone_number: string;
            /** Format: email */
            email: string;
        };
        ItemInput: {
            display_name: string;
            sku: string;
            unit_price: number;
            qty: number;
            item_image_url?: string | null;
            item_url?: string | null;
        };
        /** @enum {string} */
        OrderStatusInput: "order_created" | "terms_selected" | "order_placed" | "order_confirmed" | "refund" | "order_cancelled";
        RefundInput: {
            amount: number;
            /** Format: date-time */
            create_date: string;
            /** @enum {string} */
            status: "draft" | "approved" | "settled" | "declined";
            /** Format: date-time */
            locked_at: string;
        };
        ErrorInput: {
            data: null;
            message: string;
            status: {
                /** @enum {string} */
                type: "invalid_request" | "unauthorized" | "origin_not_allowed" | "order_not_found" | "role_not_allowed" | "not_found" | "method_not_allowed" | "request_timeout" | "terms_not_selected" | "terms_already_selected" | "order_not_placed" | "order_not_confirmed" | "order_already_confirmed" | "merchant_order_id_conflict" | "already_refunded" | "order_cancelled" | "duplicate_merchant_order_id" | "total_mismatch" | "offer_changed" | "verification_required" | "decision_pending" | "approval_pending" | "approval_not_pending" | "approvals_used_up" | "refund_locked" | "no_active_refund" | "request_in_progress" | "checkout_expired" | "code_expired" | "approval_withdrawn" | "approval_expired" | "payload_too_large" | "unsupported_media_type" | "code_wrong" | "email_undeliverable" | "approver_is_buyer" | "declined" | "total_exceeds_limit" | "amounts_do_not_add_up" | "refund_exceeds_remaining" | "idempotency_key_reused" | "too_many_requests" | "internal_error" | "unavailable";
                code: number;
                /** @constant */
                error: true;
            };
            errors?: {
                path: string;
                message: string;
                /** @description With code_wrong: how many more codes may be entered */
                tries_left?: number;
            }[];
            /**
             * @description With an order made by a page: the code that onFail is called with
             * @enum {string}
             */
            fail_code?: "FRAME_UNREACHABLE" | "NETWORK_ERROR" | "INVALID_PUBLIC_KEY" | "ORIGIN_NOT_ALLOWED" | "INVALID_ORDER" | "AMOUNTS_DO_NOT_ADD_UP" | "TOTAL_EXCEEDS_LIMIT" | "CUSTOMER_DECLINED" | "DUPLICATE_MERCHANT_ORDER_ID" | "INVALID_OPTIONS" | "SERVICE_ERROR";
        };
        ScheduleInput: {
            plan_id: string;
            plan_name: string;
            /** Format: date */
            starts_on: string;
            fee_amount: number;
            total_amount: number;
            payments: {
                /** Format: date */
                due_on: string;
                amount: number;
            }[];
        };
        Contact: {
            name: {
                first: string;
                last: string;
            };
            company_name?: string | null;
            address: {
                line1: string;
                line2?: string | null;
                city: string;
                state: string;
                zipcode: string;
                country: string;
            };
            phone_number: string;
            /** Format: email */
            email: string;
        };
        Item: {
            display_name: string;
            sku: string;
            unit_price: number;
            qty: number;
            item_image_url?: string | null;
            item_url?: string | null;
        };
        /** @enum {string} */
        OrderStatus: "order_created" | "terms_selected" | "order_placed" | "order_confirmed" | "refund" | "order_cancelled";
        Refund: {
            amount: number;
            /** Format: date-time */
            create_date: string;
            /** @enum {string} */
            status: "draft" | "approved" | "settled" | "declined";
            /** Format: date-time */
            locked_at: string;
        };
        Error: {
            data: null;
            message: string;
            status: {
                /** @enum {string} */
                type: "invalid_request" | "unauthorized" | "origin_not_allowed" | "order_not_found" | "role_not_allowed" | "not_found" | "method_not_allowed" | "request_timeout" | "terms_not_selected" | "terms_already_selected" | "order_not_placed" | "order_not_confirmed" | "order_already_confirmed" | "merchant_order_id_conflict" | "already_refunded" | "order_cancelled" | "duplicate_merchant_order_id" | "total_mismatch" | "offer_changed" | "verification_required" | "decision_pending" | "approval_pending" | "approval_not_pending" | "approvals_used_up" | "refund_locked" | "no_active_refund" | "request_in_progress" | "checkout_expired" | "code_expired" | "approval_withdrawn" | "approval_expired" | "payload_too_large" | "unsupported_media_type" | "code_wrong" | "email_undeliverable" | "approver_is_buyer" | "declined" | "total_exceeds_limit" | "amounts_do_not_add_up" | "refund_exceeds_remaining" | "idempotency_key_reused" | "too_many_requests" | "internal_error" | "unavailable";
                code: number;
                /** @constant */
                error: true;
            };
            errors?: {
                path: string;
                message: string;
                /** @description With code_wrong: how many more codes may be entered */
                tries_left?: number;
            }[];
            /**
             * @description With an order made by a page: the code that onFail is called with
             * @enum {string}
             */
            fail_code?: "FRAME_UNREACHABLE" | "NETWORK_ERROR" | "INVALID_PUBLIC_KEY" | "ORIGIN_NOT_ALLOWED" | "INVALID_ORDER" | "AMOUNTS_DO_NOT_ADD_UP" | "TOTAL_EXCEEDS_LIMIT" | "CUSTOMER_DECLINED" | "DUPLICATE_MERCHANT_ORDER_ID" | "INVALID_OPTIONS" | "SERVICE_ERROR";
        };
        Schedule: {
            plan_id: string;
            plan_name: string;
            /** Format: date */
            starts_on: string;
            fee_amount: number;
            total_amount: number;
            payments: {
                /** Format: date */
                due_on: string;
                amount: number;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
