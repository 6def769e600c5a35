"""touch.py IN OUT ID TARGET: tells as JSON what Translate Toolkit sees of every unit, and gives one another target."""
import json
import sys
from translate.storage import factory

store = factory.getobject(sys.argv[1])
for unit in store.units:
    name = unit.getid().split("\x04")[-1]
    seen = {"id": name, "source": str(unit.source), "target": str(unit.target or ""), "note": unit.getnotes()}
    print(json.dumps(seen))
    if name == sys.argv[3]:
        unit.target = sys.argv[4]
store.savefile(sys.argv[2])
