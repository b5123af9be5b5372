"""What teachers say of a visit, note on a commitment and write for themselves."""

DE_ACUERDO = (
    "Sí fue así. No me había dado cuenta de la espera hasta que lo leí.",
    "De acuerdo. Me sirvió conversarlo con calma, sin apuro por el almuerzo.",
    "Está bien lo que escribió. Quisiera que la próxima mire también la hora de lectura.",
    "Así pasó. Ese día faltaron varios por la cosecha y se notó.",
    "Gracias por anotar también lo que salió bien.",
    "De acuerdo con todo. Me costó leer lo de las preguntas, pero es cierto.",
    "Ese día faltó la mesa grande y trabajaron en el suelo; fuera de eso, así fue.",
    "Me gustó pensar de dónde viene mi manera de enseñar.",
)
EN_DESACUERDO = (
    "No fueron quince minutos: los grandes estaban copiando la lista de materiales que les pedí.",
    "Falta decir que ese día vino la posta a vacunar y se cortó la sesión.",
    "Yo sí pregunto el porqué, pero en la mañana, antes de que llegue la visita.",
)
SIN_DECIR = (
    "Quisiera pensarlo un poco más antes de decir si estoy de acuerdo.",
    "Prefiero conversarlo en la próxima visita.",
)
AVANCES = (
    "Lo probé dos veces esta semana. Los grandes se animaron, los chicos todavía miran.",
    "Hice la primera versión con cartón. Ya la usan sin que yo les diga.",
    "Me costó los primeros días. El jueves salió mejor.",
    "Esta semana no pude: hubo faena en la escuela. La retomo el lunes.",
    "Guardé tres hojas de los niños para mirarlas juntos en la visita.",
    "Los de 6.º dirigieron solos. Yo pude quedarme con 1.º y 2.º.",
)
REFLEXIONES = (
    "Hoy entendí que mi apuro viene del cuaderno lleno que me piden los padres. Los niños no me lo piden.",
    "Cuando me quedo en silencio después de preguntar, contestan los que nunca hablan. Me cuesta ese silencio.",
    "Me enseñaron a copiar y yo enseño a copiar. Quiero probar un dictado que invente cada grupo.",
    "La abuela de un niño de 3.º contó cómo se guarda la semilla. Nunca los vi tan atentos.",
    "Separar por grados me ordena a mí, no a ellos. Mezclados se ayudan.",
)
# Rosa's own: (days before the reference day, competency, text, is it shared).
DE_ROSA = (
    (
        6,
        2,
        "Puse la caja de tarjetas al lado de la ventana. Los de 6.º eligieron solos y el silencio fue otro: no de espera, de trabajo.",
        True,
    ),
    (
        19,
        4,
        "Pregunté «¿cómo lo sabes?» y esperé. Conté hasta veinte. Contestó una niña de 3.º que casi no habla.",
        True,
    ),
    (
        33,
        None,
        "Hay días en que no quiero que nadie me mire. Después de la visita me queda dando vueltas lo que dije, más que lo que hice.",
        False,
    ),
    (
        58,
        8,
        "Corrijo en rojo porque así me corregían. Hoy no puse ni una raya: les pedí que marquen ellos lo que cambiarían.",
        False,
    ),
)
