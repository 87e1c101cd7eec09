package downhill.report;

import downhill.store.Application;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;

/** What to type to see all of it again. */
final class RepeatChapter {
    private final ReportedRace told;
    private final String file;

    /** @param file what the report is called */
    RepeatChapter(ReportedRace told, String file) {
        this.told = told;
        this.file = quoted(file);
    }

    /** A name as shells of all systems take it; signs by which one would compute something are left out, for a name may be anybody's. */
    static String quoted(String name) {
        return name.matches("[\\p{L}\\p{N}._/-]+") ? name : '"' + name.replaceAll("[\"$`\\p{Cntrl}]", "").replaceAll("\\\\+$", "") + '"';
    }

    ReportChapter of() {
        List<String> lines = new ArrayList<>(List.of("downhill gui " + file, "downhill train " + file + " --out race"));
        if (told.learns()) {
            lines.add("downhill cross-validate " + file);
        }
        lines.add("downhill report " + file + " --out again.html");
        return new ReportChapter("repeat", Said.of("report.chapter.repeat"), List.of(
                new ReportPiece.Paragraph(Said.of("report.repeat.inside", Application.version())), new ReportPiece.Commands(lines),
                new ReportPiece.Paragraph(Said.of("report.repeat.bits"))));
    }
}
