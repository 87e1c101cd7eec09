"""Makes the fonts of this folder from Inter 3.19: figures of one width become the default ones.
Usage: tabular.py FOLDER_WITH_INTER OUT (needs fontTools). The outlines are untouched; only the character map and the names change."""
import sys
from fontTools.ttLib import TTFont

def tabular(font):
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in gsub.LookupList.Lookup[index].SubTable:
                    return getattr(sub, "ExtSubTable", sub).mapping

for weight, family, style in (("Regular", "Inter Tabular", "Regular"), ("Bold", "Inter Tabular", "Bold"),
                              ("SemiBold", "Inter Tabular SemiBold", "Regular")):
    font = TTFont(f"{sys.argv[1]}/Inter-{weight}.otf")
    mapping = tabular(font)
    for table in font["cmap"].tables:
        for digit in range(0x30, 0x3A):
            if digit in table.cmap:
                table.cmap[digit] = mapping.get(table.cmap[digit], table.cmap[digit])  # tables may share one map
    full = family if style == "Regular" else f"{family} {style}"
    name = font["name"]
    for ident in (16, 17, 21, 22, 25):
        name.removeNames(nameID=ident)
    for ident, text in ((1, family), (2, style), (3, f"{full} 3.19"), (4, full), (6, f"InterTabular-{weight}")):
        name.removeNames(nameID=ident)
        name.setName(text, ident, 3, 1, 0x409)
        name.setName(text, ident, 1, 0, 0)
    top = font["CFF "].cff
    top.fontNames[0] = f"InterTabular-{weight}"
    top.topDictIndex[0].FullName = full
    top.topDictIndex[0].FamilyName = family
    font.save(f"{sys.argv[2]}/InterTabular-{weight}.otf")
    hmtx, cmap = font["hmtx"], font.getBestCmap()
    print(weight, {hmtx[cmap[d]][0] for d in range(0x30, 0x3A)})
