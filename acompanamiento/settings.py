"""Settings of Acompaña. Every variable of the environment is listed in .env.example."""

from datetime import timedelta
from pathlib import Path

from celery.schedules import crontab
from csp.constants import NONCE, NONE, SELF

from acompanamiento import entorno

BASE_DIR = Path(__file__).resolve().parent.parent
if (BASE_DIR / ".env").exists():
    entorno.env.read_env(BASE_DIR / ".env")

# --- Environment

DEBUG = entorno.booleano("DEBUG", False)
SECRET_KEY = entorno.clave_secreta(DEBUG)
SECRET_KEY_FALLBACKS = entorno.lista("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = entorno.anfitriones(DEBUG)
CSRF_TRUSTED_ORIGINS = entorno.origenes()
SOLO_HTTPS = entorno.booleano("SOLO_HTTPS", not DEBUG)
PROXIES = entorno.entero("PROXIES", 0, 0, 5)
DIR_VAR = entorno.carpeta("DIR_VAR", BASE_DIR / "var")
ARCHIVO_DE_CUSTODIA = entorno.archivo("ARCHIVO_DE_CUSTODIA", DIR_VAR / "custodia.pem")
DIR_REPORTES = entorno.carpeta("DIR_REPORTES", DIR_VAR / "reportes")

# --- Applications

INSTALLED_APPS = [
    "acompanamiento",
    "acompanamiento.comun",
    "reportes",
    "visitas",
    "docentes",
    "escuelas",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "csp",
    "axes",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "acompanamiento.apps.EstaticosConfig",
    "django.forms",
]

MIDDLEWARE = [
    "acompanamiento.comun.middleware.identificar_pedido",
    "acompanamiento.comun.middleware.cabeceras",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "docentes.middleware.exigir_aviso",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "acompanamiento.urls"
WSGI_APPLICATION = "acompanamiento.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "acompanamiento.navegacion.contexto",
            ],
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # widgets of our own live in templates/

# --- Database

DATABASES = {"default": entorno.base_de_datos(DIR_VAR / "db.sqlite3")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # FULL: a device deletes its visit when the server says it is stored, so a commit must survive a power cut.
    DATABASES["default"] |= {
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 15,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-20000;",
        },
    }
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 3)

# --- Shared memory: counters that every process sees. Losing it stops nothing.

CACHES = {"default": entorno.memoria_compartida()}

# --- Field sync (visitas/campo/freno.py)

CAMPO_ENVIOS_POR_MINUTO = entorno.entero("CAMPO_ENVIOS_POR_MINUTO", 120, 1, 1_000_000)
CAMPO_ENVIOS_A_LA_VEZ = entorno.entero("CAMPO_ENVIOS_A_LA_VEZ", 16, 1, 10_000)
CAMPO_EN_PAUSA = entorno.booleano("CAMPO_EN_PAUSA", False)

# --- Accounts

AUTH_USER_MODEL = "docentes.Usuario"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
LOGIN_URL = "entrar"
LOGIN_REDIRECT_URL = "inicio"
LOGOUT_REDIRECT_URL = "entrar"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "acompanamiento.comun.middleware.direccion"
AXES_LOCKOUT_CALLABLE = "docentes.views.cuenta.bloqueado"
AXES_VERBOSE = False

# --- Sessions, cookies and headers

SESSION_ENGINE = "acompanamiento.comun.sesiones"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_NAME = "__Host-sesion" if SOLO_HTTPS else "sesion"
SESSION_COOKIE_SECURE = SOLO_HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-csrf" if SOLO_HTTPS else "csrf"
CSRF_COOKIE_SECURE = SOLO_HTTPS
CSRF_COOKIE_SAMESITE = "Lax"

SECURE_SSL_REDIRECT = SOLO_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if SOLO_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SOLO_HTTPS
SECURE_HSTS_PRELOAD = SOLO_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- Language and time

LANGUAGE_CODE = "es-pe"
LANGUAGES = [("es-pe", "Español (Perú)")]
TIME_ZONE = "America/Lima"
USE_I18N = True
USE_TZ = True

# --- Files

STATIC_URL = "/static/"
STATIC_ROOT = DIR_VAR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static", ("npm", BASE_DIR / "static_npm")]
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DIR_REPORTES, "base_url": None},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG

# --- Background work. The row of the report is the truth, the broker is a bell.

CELERY_BROKER_URL = entorno.broker()
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
# True repeats a poison task for ever: 80 runs in 10 s, measured. The sweeper repeats it, counting attempts.
CELERY_TASK_REJECT_ON_WORKER_LOST = False
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 50
CELERY_WORKER_ENABLE_REMOTE_CONTROL = False
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_TIMEOUT = 2
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_TASK_PUBLISH_RETRY = True
CELERY_TASK_PUBLISH_RETRY_POLICY = {
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.1,
    "interval_max": 0.1,
}
CELERY_BEAT_SCHEDULE_FILENAME = str(DIR_VAR / "celerybeat-schedule")
CELERY_BEAT_SCHEDULE = {
    "barrer": {"task": "reportes.tasks.barrer", "schedule": 30.0, "options": {"expires": 30}},
    "congelar": {"task": "reportes.tasks.congelar", "schedule": crontab(hour=0, minute=30)},
}
if CELERY_BROKER_URL.startswith("filesystem"):
    DIR_CELERY = DIR_VAR / "celery"
    for _carpeta in ("mensajes", "control"):
        (DIR_CELERY / _carpeta).mkdir(parents=True, exist_ok=True)
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(DIR_CELERY / "mensajes"),
        "data_folder_out": str(DIR_CELERY / "mensajes"),
        "control_folder": str(DIR_CELERY / "control"),
        "polling_interval": 0.5,
    }
else:
    # Short timeouts: a request must never wait for a broker that is down.
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "visibility_timeout": 900,
        "unacked_restore_interval": 5,
        "unacked_restore_throttle": 5,
        "socket_connect_timeout": 1,
        "socket_timeout": 5,
        "max_retries": 1,
        "interval_start": 0,
        "interval_step": 0.1,
        "interval_max": 0.1,
    }

# --- Logs: no names, no narrative. axes writes user names, so it stays silent (its table has the attempts).

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"pedido": {"()": "acompanamiento.comun.registro.FiltroPedido"}},
    "formatters": {
        "linea": {
            "()": "acompanamiento.comun.registro.FormatoSinDatos",
            "format": "%(asctime)s %(levelname)s %(pedido)s %(name)s %(message)s",
        }
    },
    "handlers": {
        "consola": {"class": "logging.StreamHandler", "filters": ["pedido"], "formatter": "linea"},
        "nada": {"class": "logging.NullHandler"},
    },
    "root": {
        "handlers": ["consola"],
        "level": entorno.opcion("NIVEL_LOG", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR")),
    },
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.db.backends": {"level": "INFO"},
        "axes": {"handlers": ["nada"], "propagate": False},
        "kombu.connection": {"level": "ERROR"},  # it warns that the filesystem has no host name
        "fontTools": {"level": "WARNING"},
        "weasyprint": {"level": "ERROR"},
    },
}
