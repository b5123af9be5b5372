"""How one person's file is laid on paper."""

from datetime import date

from reportes.pdf.expediente import seccion


def test_los_registros_cortos_e_iguales_son_una_tabla_sin_columnas_vacias():
    filas = [
        {"Sesión": "GIA", "Fecha": date(2026, 3, 9), "Detalle": "", "Asistí": True},
        {"Sesión": "Taller", "Fecha": date(2026, 4, 9), "Detalle": None, "Asistí": False},
    ]

    assert seccion("Mis sesiones", filas) == {
        "titulo": "Mis sesiones",
        "columnas": ["Sesión", "Fecha", "Asistí"],
        "filas": [
            [[("", "GIA")], [("", "09/03/2026")], [("", "Sí")]],
            [[("", "Taller")], [("", "09/04/2026")], [("", "No")]],
        ],
    }


def test_lo_largo_va_en_fichas_con_rotulo_y_lo_breve_en_una_linea():
    visita = {
        "Fecha": date(2026, 3, 9),
        "Visita": "Asesoría 1",
        "Lenguas": ["Castellano", "Quechua"],
        "Análisis": "Todo " * 60,
        "Niveles": [{"Competencia": "Clima", "Nivel": "III", "Evidencia": "Saluda.", "Nota": ""}],
    }

    primera, _ = seccion("Mis visitas", [visita, visita])["fichas"]

    assert primera["rotulo"] == "09/03/2026 · Asesoría 1"
    assert primera["breves"] == [("Lenguas", "Castellano, Quechua")]
    assert primera["largos"] == [
        ("Análisis", [("", visita["Análisis"])]),
        ("Niveles", [("Clima.", "Nivel: III. Evidencia: Saluda.")]),
    ]


def test_un_registro_solo_no_lleva_rotulo_y_pierde_lo_vacio():
    assert seccion("Mi cuenta", [{"Usuario": "rosa", "Correo": "", "DNI": None}])["fichas"] == [
        {"rotulo": "", "breves": [("Usuario", "rosa")], "largos": []}
    ]


def test_una_linea_sin_comienzo_no_deja_un_punto_suelto():
    pasos = [{"Qué": "", "Áreas": ["Arte", "Ciencia"], "Quién": None}]

    assert seccion("Mis pasos", [{"Pasos": pasos}])["fichas"][0]["largos"] == [
        ("Pasos", [("", "Áreas: Arte, Ciencia.")])
    ]
