# Templates for the web server in front: they point at the link `aktuell`, so that a new site needs no change there.
from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from kek_build.headers import NGINX as NGINX_HEADERS
from kek_build.headers import REDIRECT_MAPS
from kek_build.server.layout import Server

_NAME = "kek.example.org"


def _optional(name: str) -> str:
    """A name as a pattern: nginx starts without a file that only a pattern names."""
    return f"{name[:-1]}[{name[-1]}]"


def nginx(server: Server) -> str:
    """A template for nginx."""
    redirects = next(name for name in REDIRECT_MAPS if name.endswith("nginx.conf"))
    name = _host(server)
    return f"""\
# Vorlage für nginx, geschrieben von „kek server-einrichten“. Kopieren nach /etc/nginx/sites-available/, anpassen,
# verknüpfen nach sites-enabled/, dann: nginx -t && systemctl reload nginx
# „aktuell“ ist eine Verknüpfung, die bei jeder Veröffentlichung in einem Zug auf den neuen Stand gesetzt wird; nginx
# folgt ihr bei jedem Abruf. Nur die beiden eingebundenen Dateien liest es beim Start: Nach einer Umbenennung im Inhalt
# leiten bis zum nächsten „systemctl reload nginx“ die Seiten selbst weiter.
server {{
    listen 80;
    listen [::]:80;
    server_name {name};
    return 301 https://$host$request_uri;
}}

server {{
    listen 443 ssl http2;
    listen [::]:443 ssl http2;
    server_name {name};
    ssl_certificate     /etc/letsencrypt/live/{name}/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/{name}/privkey.pem;

    root {server.current};
    disable_symlinks off;
    include {server.current}/{_optional(NGINX_HEADERS)};
    include {server.current}/{_optional(redirects)};
    add_header Strict-Transport-Security "max-age=31536000" always;
}}
"""


def apache(server: Server) -> str:
    """A template for Apache."""
    name = _host(server)
    return f"""\
# Vorlage für Apache, geschrieben von „kek server-einrichten“. Kopieren nach /etc/apache2/sites-available/kek.conf,
# anpassen, dann: a2enmod ssl headers mime alias filter deflate && a2ensite kek && systemctl reload apache2
# „aktuell“ ist eine Verknüpfung, die bei jeder Veröffentlichung in einem Zug auf den neuen Stand gesetzt wird. Alles
# Weitere steht in der Datei .htaccess jedes Standes, die Apache bei jedem Abruf liest.
<VirtualHost *:80>
    ServerName {name}
    Redirect permanent / https://{name}/
</VirtualHost>

<VirtualHost *:443>
    ServerName {name}
    SSLEngine on
    SSLCertificateFile    /etc/letsencrypt/live/{name}/fullchain.pem
    SSLCertificateKeyFile /etc/letsencrypt/live/{name}/privkey.pem
    Header always set Strict-Transport-Security "max-age=31536000"

    DocumentRoot {server.current}
    <Directory {server.current}>
        Options FollowSymLinks
        AllowOverride All
        Require all granted
    </Directory>
    <Directory {server.releases}>
        Options FollowSymLinks
        AllowOverride All
        Require all granted
    </Directory>
</VirtualHost>
"""


def _host(server: Server) -> str:
    return urlsplit(server.settings.adresse or "").hostname or _NAME


TEMPLATES: Mapping[str, Callable[[Server], str]] = {"vorlage-nginx.conf": nginx, "vorlage-apache.conf": apache}
"""The templates, by the name of their file in the server's folder."""
