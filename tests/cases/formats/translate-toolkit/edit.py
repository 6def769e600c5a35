"""edit.py IN OUT: tells every unit that Translate Toolkit sees, and edits some as a translator would."""
import sys
from translate.storage import factory

store = factory.getobject(sys.argv[1])
for unit in store.units:
    name = unit.getid().split("\x04")[-1]
    print("\t".join([name, str(unit.source), str(unit.target or ""), str(unit.istranslatable())]))
    if str(unit.source).startswith("Front matter"):
        unit.target = "Шапка & <больш>"
        unit.addnote("Праверана", origin="translator")
    if str(unit.source).startswith("Lukashenka"):
        unit.rich_target = unit.rich_source
store.savefile(sys.argv[2])
