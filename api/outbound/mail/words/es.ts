import type { Words } from './en.ts'

export const es: Words = {
  linkLeftOut: '[enlace omitido]',
  noButton: 'Si el botón no funciona, abra esta dirección:',
  customerOf: (merchant) => `Un cliente de ${merchant}`,
  facts: {
    total: 'Total',
    order: 'Pedido',
    askedBy: 'Solicitado por',
    openUntil: 'Enlace abierto hasta',
    fee: 'De ello, comisión',
    plan: 'Plan',
    reference: 'Número de BackdPay',
    agreement: 'Acuerdo',
  },

  orderLink: {
    subject: (total, merchant) => `Su pedido de ${total} en ${merchant}: elija las condiciones de pago`,
    title: 'Elija las condiciones de pago',
    preview: (total, merchant) => `${total} en ${merchant}. No debe nada antes de confirmar.`,
    heading: (merchant) => `Su pedido en ${merchant} está listo`,
    lead: 'Revíselo y elija cuándo pagar. No debe nada antes de confirmar.',
    action: 'Elegir condiciones de pago',
    footer: (merchant) =>
      `El enlace es para usted: quien lo tenga puede ver el pedido y elegir sus condiciones, así que no lo comparta. Si no espera ningún pedido de ${merchant}, puede ignorar este correo.`,
  },

  code: {
    subject: (merchant) => `Su código para el pago en ${merchant}`,
    title: 'Su código',
    is: 'Su código es:',
    lead: (total, merchant) =>
      `Introdúzcalo en BackdPay para elegir las condiciones de pago de su pedido de ${total} en ${merchant}.`,
    worksFor: (minutes) => `Sirve durante ${minutes} minutos.`,
    footer: (merchant) =>
      `Nadie de BackdPay ni de ${merchant} le pedirá este código. Si no ha empezado ninguna compra, puede ignorar este correo.`,
  },

  approval: {
    subject: (buyer, total, merchant) => `${buyer} le pide que apruebe ${total} en ${merchant}`,
    title: 'Un pedido por aprobar',
    preview: (total, merchant) => `${total} en ${merchant}. No se debe nada antes de confirmar.`,
    heading: (buyer) => `${buyer} le pide que apruebe un pedido`,
    lead: (merchant) =>
      `Es un pedido en ${merchant}. Revíselo y elija las condiciones de pago o rechácelo. No se debe nada antes de confirmar.`,
    writes: (buyer) => `${buyer} escribe:`,
    action: 'Ver el pedido',
    footer: (buyer) =>
      `Se le pedirá un código que enviamos a esta dirección. El enlace es para usted, así que no lo comparta. Si no conoce a ${buyer}, puede ignorar este correo.`,
    footerUnnamed:
      'Se le pedirá un código que enviamos a esta dirección. El enlace es para usted, así que no lo comparta. Si no espera un pedido así, puede ignorar este correo.',
  },

  declined: {
    subject: (total, merchant) => `Su colega rechazó su pedido de ${total} en ${merchant}`,
    title: 'Su colega lo rechazó',
    preview: 'No se debe nada.',
    heading: (merchant) => `Su colega rechazó su pedido en ${merchant}`,
    lead: (colleague) => `${colleague} no lo aprobó.`,
    leadWithReason: (colleague) => `${colleague} no lo aprobó:`,
    next: 'No se aceptó nada y no se debe nada. En BackdPay puede pedirlo a otra persona o salir.',
    footer: (colleague) => `Recibe este correo porque pidió a ${colleague} que aprobara su pedido.`,
  },

  terms: {
    subject: (order, merchant, total) =>
      `Sus condiciones de pago para el pedido ${order} en ${merchant}: ${total}`,
    subjectApproved: (order, merchant, total) =>
      `Aprobado: sus condiciones de pago para el pedido ${order} en ${merchant}: ${total}`,
    title: 'Sus condiciones de pago',
    preview: (total) => `${total} por pagar. Guarde este correo.`,
    heading: (merchant) => `Sus condiciones de pago en ${merchant}`,
    agreed: (merchant) => `Usted ha aceptado las condiciones de pago de su pedido en ${merchant}.`,
    approved: (colleague, merchant) =>
      `${colleague} aprobó su pedido en ${merchant} y aceptó las condiciones de pago.`,
    version: (version) => `versión ${version}, en inglés`,
    payments: 'Sus pagos',
    owed: 'Debe este importe desde que el comercio acepta el pedido. Si lo cancela, no debe nada; si lo modifica o lo reembolsa, sus pagos se calculan de nuevo según el mismo plan.',
    keep: (merchant) => `Guarde este correo. Si usted no aceptó esto, avise de inmediato a ${merchant}.`,
    keepApproved: (merchant) =>
      `Guarde este correo. Si usted no pidió esto, avise de inmediato a ${merchant}.`,
  },
}
