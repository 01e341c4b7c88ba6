import type { HandoverText } from './en-handover.ts'

export const handover: HandoverText = {
  finishing: 'Lo estamos guardando. La página se cerrará enseguida.',
  optional: (label) => `${label} (opcional)`,
  remaining: (characters) =>
    characters < 0 ? `Sobran ${-characters} caracteres` : `Quedan ${characters} caracteres`,

  ask: {
    title: 'Pedir la aprobación de un colega',
    lead: 'Su colega recibe este pedido por correo, elige las condiciones de pago y las acepta por su empresa.',
    next: 'Tiene 7 días. Verá la respuesta aquí y la recibirá por correo; hasta entonces puede retirar la solicitud.',
    email: 'Correo de trabajo de su colega',
    note: 'Nota para su colega',
    send: 'Enviar solicitud',
    sending: 'Enviando…',
  },
  decline: {
    title: 'Rechazar este pedido',
    lead: (buyer) => `${buyer} sabrá que usted lo rechazó. No se cobra nada.`,
    note: 'Motivo',
    send: 'Rechazar',
    sending: 'Rechazando…',
  },
  problems: {
    missing: 'Introduzca el correo de trabajo de su colega.',
    incomplete: 'Introduzca una dirección completa, como nombre@empresa.com.',
    own: 'Esta es la dirección del comprador. Introduzca la de un colega.',
    undeliverable: 'El correo a esta dirección fue devuelto. Revísela.',
    too_long: 'Acorte este texto a 500 caracteres.',
    used_up: 'Ya se pidió cinco veces la aprobación de este pedido. Elija usted las condiciones.',
    too_many: (minutes) =>
      `Se enviaron demasiadas solicitudes. Inténtelo de nuevo en ${minutes === 1 ? 'un minuto' : `${minutes} minutos`}.`,
  },

  waiting: {
    title: (email) => `Esperando a ${email}`,
    lead: 'Puede salir: la solicitud sigue en pie, y este pedido se abre de nuevo desde la tienda.',
    asked: 'Solicitado el',
    until: 'Abierto hasta el',
    note: 'Su nota',
    takeBack: 'Retirar la solicitud',
    takingBack: 'Retirando…',
    cutOff: 'Ahora no podemos comunicarnos con BackdPay. Seguimos intentándolo.',
  },
  ended: {
    declined: 'Su colega lo rechazó',
    declinedBy: (email) => `${email} no aprobó este pedido. No se cobró nada.`,
    reason: 'Su motivo',
    expired: 'Su colega no respondió a tiempo',
    expiredBy: (email) => `Se pidió a ${email} que aprobara este pedido. No se cobró nada.`,
    askAnother: 'Pedirlo a otra persona',
    askAgain: 'Pedirlo de nuevo',
    choose: 'Elegir yo las condiciones',
  },

  buyer: 'El comprador',
  request: {
    note: 'Su nota',
    asks: (buyer, merchant) =>
      `${buyer} le pide que apruebe este pedido de ${merchant}. Lo que usted acepte obliga a su empresa.`,
    until: (day) => `Puede decidir hasta el ${day}.`,
  },
  youDeclined: {
    title: 'Usted lo rechazó',
    body: (buyer) => `${buyer} ya lo sabe. No se cobró nada; puede cerrar esta página.`,
  },
}
