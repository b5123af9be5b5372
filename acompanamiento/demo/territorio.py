"""The territory of La Libertad, which is real: 15 UGEL, 12 provinces, 83 districts and which UGEL serves which.

A line of DISTRITOS: INEI code | name | latitude | longitude | altitude in metres | UGEL (last digits) | hamlets.
Of the hamlets only the names are real; the schools placed in them are not.
"""

from collections import namedtuple

from escuelas.models import Distrito, Provincia, Region, Ugel

REGION = ("13", "La Libertad", "130000")

# code: (name, acompañantes, teachers, schools)
UGELES = {
    "130002": ("Virú", 1, 10, 8),
    "130003": ("Ascope", 1, 10, 8),
    "130004": ("Bolívar", 2, 20, 17),
    "130005": ("Chepén", 1, 9, 7),
    "130006": ("Julcán", 2, 21, 17),
    "130007": ("Otuzco", 4, 40, 32),
    "130008": ("Pacasmayo", 1, 9, 7),
    "130009": ("Pataz", 4, 42, 34),
    "130010": ("Sánchez Carrión", 4, 42, 34),
    "130011": ("Santiago de Chuco", 3, 34, 27),
    "130012": ("Gran Chimú", 3, 30, 24),
    "130014": ("01 El Porvenir", 1, 8, 6),
    "130015": ("02 La Esperanza", 1, 9, 7),
    "130016": ("03 Trujillo Nor Oeste", 1, 8, 6),
    "130017": ("04 Trujillo Sur Este", 1, 8, 6),
}
SIN_ESCUELAS_RURALES = {"130015", "130016", "130017"}

PROVINCIAS = {
    "1301": "Trujillo",
    "1302": "Ascope",
    "1303": "Bolívar",
    "1304": "Chepén",
    "1305": "Julcán",
    "1306": "Otuzco",
    "1307": "Pacasmayo",
    "1308": "Pataz",
    "1309": "Sánchez Carrión",
    "1310": "Santiago de Chuco",
    "1311": "Gran Chimú",
    "1312": "Virú",
}

DISTRITOS = """
130101|Trujillo|-8.10|-79.03|74|16 17 15 14|San Isidro, El Molino, La Libertad
130102|El Porvenir|-8.09|-79.00|92|14|Alto Trujillo, Río Seco
130103|Florencia de Mora|-8.08|-79.02|92|15|Florencia de Mora
130104|Huanchaco|-8.08|-79.12|19|16 15|El Milagro, Huanchaquito Alto, El Trópico
130105|La Esperanza|-8.06|-79.05|137|15|Manuel Arévalo, Santa Verónica, Pueblo Libre
130106|Laredo|-8.09|-78.96|107|14|Menocucho, Quirihuac, Conache, Cerro Blanco
130107|Moche|-8.17|-79.01|25|17|Miramar, Campiña de Moche, Curva de Sun
130108|Poroto|-8.01|-78.77|659|14|Shirán, Platanar, Mochal
130109|Salaverry|-8.22|-78.98|10|17|Alto Salaverry, Aurora Díaz
130110|Simbal|-7.98|-78.81|604|14|Pedregal, Chual, Collambay
130111|Víctor Larco Herrera|-8.14|-79.04|24|16|Huamán, Vista Alegre, Buenos Aires
130201|Ascope|-7.71|-79.11|242|03|Cepeda, San Antonio
130202|Chicama|-7.84|-79.14|150|03|Pampas de Jagüey, Chicamita, Quemazón
130203|Chocope|-7.79|-79.22|118|03|Sintuco, La Constancia, Farías
130204|Magdalena de Cao|-7.88|-79.30|42|03|Salamanca, Ticmar, El Hoyero
130205|Paiján|-7.73|-79.30|97|03|Macabí Bajo, La Grama, El Cerrito
130206|Rázuri|-7.70|-79.44|14|03|Macabí Alto, La Arenita, Monte Seco
130207|Santiago de Cao|-7.96|-79.24|32|03|Sumanique, Nepén
130208|Casa Grande|-7.75|-79.19|162|03|Mocán, Garrapón, Facalá
130301|Bolívar|-7.15|-77.70|3157|04|Unamén, Yalén, Chuquitén, Nuevo Pusac
130302|Bambamarca|-7.44|-77.69|3488|10 04|Trigobamba, Calemar, Puyán, Sichaya
130303|Condormarca|-7.55|-77.60|2793|10|Capellanía, Huasipampa, Santa Clara, Gloriabamba
130304|Longotea|-7.04|-77.87|2617|04|San Vicente de Paúl, El Jardín, Quillcaypirca, La Suyana
130305|Uchumarca|-7.05|-77.81|3043|04|Chivane, Puémbol, Las Quinuas, Llamactambo
130306|Ucuncha|-7.17|-77.86|2634|04|Jecumbuy, Sute, Unión Marañón
130401|Chepén|-7.23|-79.43|160|05|Talambo, Huabal, San Mateo
130402|Pacanga|-7.17|-79.49|112|05|Huaca Blanca Baja, Caín, Cerro Colorado
130403|Pueblo Nuevo|-7.18|-79.52|84|05|Catalina, Charcape, Nuevo Horizonte
130501|Julcán|-8.04|-78.49|3420|06|Ayangay, Choptaloma, Paruque Bajo, Chugurpampa, Pampán
130502|Calamarca|-8.17|-78.41|3377|06|Pachachaca, Las Capillas, Sicchal, Barro Negro
130503|Carabamba|-8.11|-78.61|3345|06|San José de Salo Bajo, Calchuday, Padahuambo, Quinualpampa
130504|Huaso|-8.22|-78.41|3075|06|Canraz, Shulgán, Parasive, Uningambal
130601|Otuzco|-7.90|-78.57|2701|07 14|Allacday, Pachín Bajo, Pango, Surupampa, Samne
130602|Agallpampa|-7.98|-78.55|3143|07|Cushcanday, Yamobamba, Carata, Motil, Chota
130604|Charat|-7.82|-78.45|2280|07|Callancas, Cayanchal, Yacat, Julgueda
130605|Huaranchal|-7.69|-78.44|2208|07|Huayobamba, El Lajón, Chapihual, Igor
130606|La Cuesta|-7.92|-78.70|1900|14|Nambuque, Buenavista
130608|Mache|-8.03|-78.53|3320|07|Lluín, Campo Bello, Cruz de Mayo, Quiñigón
130610|Paranday|-7.89|-78.71|3137|14|Shulgampampa
130611|Salpo|-8.00|-78.60|3461|07 14|Shulgón, El Sauco, Cochaya, Cogón, Milluachaqui
130613|Sinsicap|-7.85|-78.75|2335|14 03|San Ignacio, Purrupampa, Miragón, Yerba Buena
130614|Usquil|-7.82|-78.42|3049|07|Cuychugo, Coina, Rumuro, Satapampa, Monchacap
130701|San Pedro de Lloc|-7.42|-79.51|49|08|Chocofán, Mazanca, Jatanca
130702|Guadalupe|-7.24|-79.47|124|08|Faclo Grande, Semán, Chafán Grande
130703|Jequetepeque|-7.34|-79.56|13|08|Huáscar
130704|Pacasmayo|-7.40|-79.57|21|08|El Progreso
130705|San José|-7.35|-79.46|117|08|Cultambo, Tecapa, Santonte
130801|Tayabamba|-8.28|-77.30|3222|09|Huarimarca, Chongos, Collay, Queros, Ucrumarca
130802|Buldibuyo|-8.13|-77.40|3189|09|Pachacrahuay, Llampao, Arcaypata, Amairca
130803|Chillia|-8.12|-77.51|3166|09|Carhuacocha, Chicches, Huallaucito, Ayabamba
130804|Huancaspata|-8.46|-77.30|3313|09|Patramarca, Cochacara, Pacobamba, Sol de Villa
130805|Huaylillas|-8.19|-77.34|2381|09|Huallhua, El Tingo, Macull
130806|Huayo|-8.01|-77.59|2188|09|Paucarmarca, Usca, Amangay
130807|Ongón|-8.21|-76.98|1353|09|Uctubamba, Tasajeras, Las Pampas
130808|Parcoy|-8.03|-77.48|3121|09|Uchucuayo, El Trapiche, Alpamarca, Cabrillas
130809|Pataz|-7.79|-77.59|2611|09|Zarumilla, Suyubamba, Chagual, Nimpana
130810|Pías|-7.87|-77.55|2641|09|Cenolén, Pamparacra, Alacoto
130811|Santiago de Challas|-8.44|-77.32|3316|09|Huanchay, Parcoysillo, Huaganto
130812|Taurija|-8.31|-77.42|3123|09|Huayao, Uchos, Parihuana
130813|Urpay|-8.35|-77.39|2707|09|Sayre Nuevo, Pariamarca, Olgoyaco
130901|Huamachuco|-7.81|-78.05|3183|10|Pallar Alto, Yanac, Llampa, El Olivo, La Arena
130902|Chugay|-7.78|-77.87|3394|10|Paccha Grande, Pishauli, Mushit, Huaguil
130903|Cochorco|-7.81|-77.72|2620|10|Soquián, Aragostay, Succhamarca, Aricapampa
130904|Curgos|-7.86|-77.94|3244|10|Huayllagual, Cuypampa, Cuyumalca
130905|Marcabal|-7.71|-78.03|2943|10|Naranjopampa, Purumarca, Shalcapata, Fustán Alto
130906|Sanagorán|-7.79|-78.14|2688|10|Caracmaca, Cushuro, Challuate, Chuyugual
130907|Sarín|-7.91|-77.91|2840|10|Hualay, Shiracorral, Cerpaquino, Munmalca
130908|Sartimbamba|-7.70|-77.74|2697|10|Cachipampa, San Alfonso, Marcabal Grande, Pomabamba
131001|Santiago de Chuco|-8.15|-78.17|3126|11|Cusipampa, Huarán Alto, Calipuy, El Zuro, Munchugo
131002|Angasmarca|-8.13|-78.06|2889|11|Colpa Seca, Quillupampa, Huacascorral, Chusgón
131003|Cachicadán|-8.09|-78.15|2897|11 10|Tres Ríos, Tambillo, Ingacorral, Rayambal
131004|Mollebamba|-8.17|-77.97|3099|11|Santa Clara de Tulpo, Namobal, Piscochaca
131005|Mollepata|-8.19|-77.96|2694|11|La Yeguada, Cochamarca, Orocullay
131006|Quiruvilca|-8.00|-78.31|3992|11|Retambo, Llaray, San José de Porcón, Shorey
131007|Santa Cruz de Chuca|-8.12|-78.14|2937|11|Villa Cruz, Llaturpamba, Cushipe, Algallama
131008|Sitabamba|-8.02|-77.73|3080|10|Ushnoval, Pijobamba, Huayobal, Chagavara
131101|Cascas|-7.48|-78.82|1278|12|Corlás, Palmira, Punta Moreno, El Molino, Cojitambo, Jolluco Alto, San Felipe
131102|Lucma|-7.64|-78.55|2192|12|Chuquillanqui, Recuaycito, Samamuy, Sacamaca, Simbrón, El Huayo
131103|Marmot|-7.70|-78.63|1512|12|Compín, Huancay, Chugur, Succhabamba, Cormot
131104|Sayapullo|-7.60|-78.47|2384|12|Colpa, El Espinal, Sacha Grande, Huancajanga, Sogón, Melgas
131201|Virú|-8.41|-78.75|88|02|Huacapongo, Huancaquito Alto, Mayasgo, Tomabal
131202|Chao|-8.54|-78.68|103|02|Huamanzaña, Tanguche, Monte Grande, Buenavista
131203|Guadalupito|-8.95|-78.62|30|02|Campo Nuevo, Huaca Corral
"""

LineaDeDistrito = namedtuple("LineaDeDistrito", "codigo nombre latitud longitud altitud ugeles caserios")


def distritos() -> list[LineaDeDistrito]:
    """Return the 83 districts; `ugeles` are full codes, the one with most schools first."""
    return [_leer(linea) for linea in DISTRITOS.strip().splitlines()]


def _leer(linea):
    codigo, nombre, latitud, longitud, altitud, ugeles, caserios = linea.split("|")
    return LineaDeDistrito(
        codigo,
        nombre,
        float(latitud),
        float(longitud),
        int(altitud),
        [f"1300{u}" for u in ugeles.split()],
        caserios.split(", "),
    )


def cargar_territorio() -> dict:
    """Create what is missing and return {"region": Region, code: Ugel | Provincia | Distrito}."""
    codigo, nombre, gre = REGION
    region, _ = Region.objects.get_or_create(codigo=codigo, defaults={"nombre": nombre, "codigo_gre": gre})
    _crear(Ugel, [(c, {"nombre": u[0], "region": region}) for c, u in UGELES.items()])
    _crear(Provincia, [(c, {"nombre": n, "region": region}) for c, n in PROVINCIAS.items()])
    provincias = {p.codigo: p for p in Provincia.objects.filter(region=region)}
    _crear(
        Distrito,
        [(d.codigo, {"nombre": d.nombre, "provincia": provincias[d.codigo[:4]]}) for d in distritos()],
    )
    filas = [*Ugel.objects.all(), *provincias.values(), *Distrito.objects.all()]
    return {"region": region} | {fila.codigo: fila for fila in filas}


def _crear(modelo, filas):
    hay = set(modelo.objects.values_list("codigo", flat=True))
    modelo.objects.bulk_create(modelo(codigo=c, **datos) for c, datos in filas if c not in hay)
