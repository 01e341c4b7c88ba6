import type { Text } from './en.ts'
import type { LaterText } from './en-later.ts'

/** Spanish as a business writes it to another: usted, and the terms that customers in the United States know. */

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

const units = {
  day: ['Cada día', 'días'],
  week: ['Cada semana', 'semanas'],
  month: ['Cada mes', 'meses'],
} as const

export const text: Text = {
  closeCheckout: 'Cerrar el proceso de pago',
  totalYouPay: 'Total que paga',
  step: (step, steps) => `Paso ${step} de ${steps}`,

  loading: {
    title: 'Cargando su pedido',
  },

  summary: {
    title: 'Resumen del pedido',
    show: 'Ver el resumen del pedido',
    hide: 'Ocultar el resumen del pedido',
    orderNumber: (id) => `Pedido ${id}`,
    quantity: (qty) => `Cant. ${qty}`,
    moreItems: (count) => `Ver ${count} ${plural(count, 'artículo', 'artículos')} más`,
    cart: 'Subtotal',
    tax: 'Impuestos',
    shipping: 'Envío',
    discount: 'Descuento',
    total: 'Total del pedido',
    buyer: 'Comprador',
  },

  verify: {
    title: 'Verifique que es usted',
    sending: (email) =>
      `Enviando un código de seis dígitos a ${email}. Introdúzcalo para ver sus condiciones de pago.`,
    sent: (email) =>
      `Enviamos un código de seis dígitos a ${email}. Introdúzcalo para ver sus condiciones de pago.`,
    unsent: (email) =>
      `Para ver sus condiciones de pago necesita un código de seis dígitos, enviado a ${email}.`,
    otherBrowser: 'Este enlace ya se abrió en otro navegador. Por su seguridad, verifique de nuevo en este.',
    code: 'Código de seis dígitos',
    verify: 'Verificar',
    verifying: 'Verificando…',
    again: 'Enviar un código nuevo',
    wait: (seconds) => `Podrá enviar otro en ${seconds} ${plural(seconds, 'segundo', 'segundos')}`,
    triesLeft: (tries) => `Puede intentarlo ${tries} ${plural(tries, 'vez', 'veces')} más.`,
    tooManyFor: (minutes) =>
      `Se enviaron demasiados códigos a esta dirección. Inténtelo de nuevo en ${minutes} ${plural(minutes, 'minuto', 'minutos')}.`,
    wrongAddress: '¿La dirección no es correcta?',
    problems: {
      incomplete: 'Introduzca los seis dígitos del código.',
      wrong: 'No es el código que enviamos. Revíselo e inténtelo de nuevo.',
      expired: 'Este código ya no sirve. Envíe uno nuevo.',
      too_many: 'Se enviaron demasiados códigos a esta dirección. Inténtelo de nuevo en una hora.',
      undeliverable: 'El correo a esta dirección fue devuelto. Puede ser incorrecta.',
    },
  },

  terms: {
    title: 'Elija sus condiciones de pago',
    lead: 'Hoy no paga nada. Verá todas las fechas y todos los importes antes de aceptar.',
    group: 'Condiciones de pago',
    continue: 'Continuar',
    compare: 'Comparar todas las condiciones',
    missing: 'Elija una de las condiciones de pago para continuar.',
    offerChanged:
      'Las condiciones de pago han cambiado desde que abrió esta página. Revíselas de nuevo y elija.',
  },

  handOver: {
    buyer: 'Pedir la aprobación de un colega',
    approver: 'Rechazar',
  },

  offer: {
    times: (count) => `${count} ×`,
    about: 'aprox.',
    paymentsSpoken: (count, amount) => (count === 1 ? `un pago de ${amount}` : `${count} pagos de ${amount}`),
    once: (date) => `Un pago el ${date}`,
    span: (cadence, first, last) => `${cadence}, del ${first} al ${last}`,
    cadence: ({ unit, count }) => (count === 1 ? units[unit][0] : `Cada ${count} ${units[unit][1]}`),
    noFee: 'Sin cargo',
    fee: (amount) => `${amount} de cargo`,
    apr: (rate) => `APR del ${rate}`,
    total: (amount) => `${amount} en total`,
    lowestTotal: 'Total más bajo',
    longestTime: 'Plazo más largo',
  },

  announced: {
    slow: 'Seguimos trabajando. Está tardando más de lo habitual.',
  },

  interrupted: {
    network: {
      title: 'No pudimos conectar con BackdPay',
      body: 'Revise su conexión e inténtelo de nuevo.',
    },
    service: {
      title: 'Algo falló en BackdPay',
      body: 'Inténtelo de nuevo en un momento.',
    },
    busy: {
      title: 'BackdPay recibió demasiadas solicitudes a la vez',
      body: 'Espere unos segundos e inténtelo de nuevo.',
    },
  },
  safe: 'Su pedido está a salvo y nada se envía dos veces.',
  tryAgain: 'Intentar de nuevo',
  back: 'Volver',
  backToShop: 'Volver a la tienda',

  leaving: {
    title: '¿Salir del proceso de pago?',
    body: 'No se le cobró nada. Puede volver a abrirlo desde la tienda.',
    stay: 'Quedarme',
    leave: 'Salir',
  },

  undeliverable: 'El correo a su dirección fue devuelto, así que BackdPay no pudo verificarle.',
  customerClosed: 'Cerró el proceso de pago antes de elegir condiciones.',
}

export const handover = () => import('./es-handover.ts').then(({ handover }) => handover)

const payInAnotherWay = 'Vuelva a la tienda y pague de otra forma. No se le cobró nada.'
const startAgain = 'Vuelva a la tienda y empiece de nuevo. No se le cobró nada.'

export const later: LaterText = {
  leftWith: {
    pending:
      'Se pidió a un colega que apruebe este pedido. Sigue abierto y puede completarse sin esta página.',
    declined: 'Un colega no aprobó este pedido.',
    expired: 'Un colega no respondió a tiempo.',
  },
  announced: {
    confirming: 'Confirmando…',
    finishing: 'Lo estamos guardando. La página se cerrará enseguida.',
    returning: (merchant) => `Volverá a ${merchant} en unos segundos, a menos que decida quedarse.`,
  },
  stoppedTitles: {
    over_limit: 'Este pedido supera el límite de BackdPay',
    expired: 'Este proceso de pago ha caducado',
    request_withdrawn: 'La solicitud fue retirada',
    request_expired: 'La solicitud de aprobación ha caducado',
    unknown_link: 'Este enlace no abre ningún proceso de pago',
    cancelled: 'Este pedido fue cancelado',
    refunded: 'Este pedido fue reembolsado',
    declined: 'BackdPay no está disponible para este pedido',
    bad_key: 'BackdPay no está bien configurado en esta tienda',
    bad_origin: 'BackdPay no está configurado para este sitio web',
    bad_order: 'BackdPay no pudo leer este pedido',
    bad_options: 'BackdPay no está bien configurado en esta tienda',
    bad_amounts: 'Los importes de este pedido no suman',
    duplicate_order: 'Ya se eligieron condiciones de pago para este número de pedido',
    no_offers: 'No hay condiciones de pago disponibles',
    service: 'BackdPay no pudo completar este pedido',
    no_host: 'Empiece desde la tienda',
    host_silent: 'La tienda no ha enviado su pedido',
  },
  stopped: {
    over_limit: 'Vuelva a la tienda para reducir el pedido o pagar de otra forma. No se le cobró nada.',
    expired: `Por su seguridad permanece abierto un tiempo limitado. ${startAgain}`,
    request_withdrawn: 'Quien se la envió puede volver a enviarla.',
    request_expired: 'Quien se la envió puede volver a enviarla.',
    unknown_link:
      'Puede estar incompleto o caducado. Empiece de nuevo en la tienda o pida otro a quien se lo envió.',
    cancelled:
      'La tienda canceló este pedido, así que no queda nada por pagar. Si no lo esperaba, contacte con la tienda.',
    refunded:
      'La tienda reembolsó todo el pedido, así que no queda nada por pagar. Si no lo esperaba, contacte con la tienda.',
    declined: payInAnotherWay,
    bad_key: payInAnotherWay,
    bad_origin: payInAnotherWay,
    bad_order: payInAnotherWay,
    bad_options: payInAnotherWay,
    bad_amounts: payInAnotherWay,
    duplicate_order: startAgain,
    no_offers: payInAnotherWay,
    service: startAgain,
    no_host: 'Esta página no hace nada sin la tienda. Elija BackdPay allí.',
    host_silent: startAgain,
  },
  tellSender: 'Avise a quien se lo envió. No se le cobró nada.',
  forDevelopers: 'Detalles para quienes desarrollan la tienda',

  deciding: {
    title: 'Un momento, por favor',
    body: 'Estamos preparando sus condiciones de pago. Suele tardar unos segundos.',
  },

  comparison: {
    caption: 'Todas las condiciones de pago, una al lado de otra',
    dates: 'Primer y último pago',
    cost: 'Cargo y APR',
    total: 'Total',
    aprNote: 'La APR es el costo de un año, calculado con el método actuarial de la Regulación Z.',
  },

  review: {
    title: 'Revise y confirme',
    lead: (plan) => `${plan}. Hoy no paga nada.`,
    schedule: 'Calendario de pagos',
    today: 'Hoy',
    lastPayment: 'Último pago',
    onlyPayment: 'Fecha de pago',
    number: 'Pago',
    dueDate: 'Vencimiento',
    amount: 'Importe',
    uneven: 'Los pagos difieren en un centavo para que la suma sea exacta.',
    fee: 'Cargo',
    apr: 'APR',
    agreement: 'Acuerdo de pago',
    agreementLanguage:
      'El acuerdo está en inglés y esa es la versión que obliga. Si necesita ayuda para leerlo, pídala antes de confirmar.',
    version: (version) => `Versión ${version}`,
    consent: (total, count, last) =>
      count === 1
        ? `Acepto el acuerdo de pago y pagaré ${total} a más tardar el ${last}.`
        : `Acepto el acuerdo de pago y pagaré ${total} en ${count} pagos, el último a más tardar el ${last}.`,
    missing: 'Acepte el acuerdo de pago para confirmar.',
    confirm: 'Confirmar condiciones',
    back: 'Volver a las condiciones',
  },

  next: {
    title: 'Qué sigue',
    mail: (email) => `Enviaremos una confirmación con estas fechas a ${email}.`,
    merchant: (merchant) => `${merchant} completará su pedido.`,
    payment: (amount, date) => `Su primer pago de ${amount} vence el ${date}. Antes no paga nada.`,
  },

  exports: {
    calendar: 'Descargar para el calendario (.ics)',
    sheet: 'Descargar como hoja de cálculo (.csv)',
    event: (payment, payments, amount, merchant) =>
      payments === 1
        ? `Pagar ${amount} a BackdPay (${merchant})`
        : `Pagar ${amount} a BackdPay (${merchant}), ${payment} de ${payments}`,
    eventDetails: (merchantOrderId, reference) => `Pedido ${merchantOrderId}\nReferencia ${reference}`,
    currency: 'Moneda',
    merchant: 'Comercio',
    order: 'Pedido',
  },

  done: {
    title: 'Sus condiciones de pago están confirmadas',
    titleEarlier: 'Sus condiciones de pago ya estaban confirmadas',
    lead: (merchant) => `${merchant} ya puede completar su pedido.`,
    leadEarlier: (day) => `Usted las confirmó el ${day}. Desde entonces no se añadió nada.`,
    changed: (merchant, agreed) =>
      `${merchant} cambió el pedido después de que usted aceptara pagar ${agreed}. Sus pagos se ajustan, con las mismas condiciones.`,
    approved: 'Su pedido está aprobado',
    approvedBy: (email, merchant) => `Aprobado por ${email}. ${merchant} ya puede completar su pedido.`,
    told: (buyer, merchant) => `Avisamos a ${buyer}. ${merchant} ya puede completar su pedido.`,
    confirmation: {
      sent: (email) => `Le enviamos una confirmación a ${email}.`,
      sending: (email) => `Debería llegar una confirmación a ${email}.`,
      failed: (email) => `No pudimos enviar una confirmación a ${email}. Guarde las fechas de esta página.`,
    },
    first: 'Primer pago',
    due: (date) => `vence el ${date}`,
    reference: 'Referencia',
    returnTo: (merchant) => `Volver a ${merchant}`,
    countdown: (seconds) => `Volverá en ${seconds} ${plural(seconds, 'segundo', 'segundos')}`,
    stay: 'Quedarme en esta página',
    staying: 'Puede volver cuando quiera.',
    closePage: 'Ya puede cerrar esta página.',
  },
}
