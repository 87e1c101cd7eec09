package downhill.report;

import downhill.data.DataSource;
import downhill.data.Notice;
import downhill.data.csv.ImportFindings;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Preprocessing;
import downhill.store.ReportFile;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is learned from, and what was done to it. */
final class DataChapter {
    private static final int MOST = 24;

    private DataChapter() {
    }

    static ReportChapter of(ReportedRace told) {
        Prepared prepared = told.rows().prepared();
        List<ReportPiece.Fact> facts = new ArrayList<>();
        facts.add(new ReportPiece.Fact(Said.of("report.data.source"), source(told.learning().data().source())));
        facts.add(new ReportPiece.Fact(Said.of("report.data.rows"), rows(told)));
        facts.add(target(prepared.preprocessing()));
        facts.add(columns(prepared.preprocessing()));
        ReportFile.dataHash(told.experiment(), told.folder())
                .ifPresent(hash -> facts.add(new ReportPiece.Fact(Said.of("report.data.hash"), Said.plain(hash))));
        List<ReportPiece> pieces = new ArrayList<>(List.of(new ReportPiece.Facts(facts)));
        List<Said> found = ImportFindings.of(told.rows().imported(), prepared.notices()).sentences();
        Stream.concat(prepared.notices().stream().map(Notice::said), found.stream())
                .distinct().limit(MOST).forEach(each -> pieces.add(new ReportPiece.Paragraph(each)));
        pieces.add(preparation(prepared.preprocessing().describe(told.rows().imported().table())));
        return new ReportChapter("data", Said.of("report.chapter.data"), pieces);
    }

    private static Said source(DataSource source) {
        if (source instanceof DataSource.CsvFile csv) {
            return Said.plain(csv.path());
        }
        if (source instanceof DataSource.Written written) {
            return Said.plain(written.name());
        }
        return source instanceof DataSource.Sample sample ? Said.of("report.data.sample", sample.name()) : Said.of("data.made");
    }

    private static Said rows(ReportedRace told) {
        Prepared prepared = told.rows().prepared();
        int training = prepared.training().count();
        int validation = prepared.validation().count();
        return prepared.sealed() == 0 ? Said.of("report.data.split", training, validation)
                : Said.of("report.data.split.sealed", training, validation, prepared.sealed());
    }

    /** What is predicted. */
    static ReportPiece.Fact target(Preprocessing steps) {
        String column = steps.target().column();
        Said value = steps.task().isClassification()
                ? Said.of("report.data.classes", column, Said.list(steps.classNames().stream().limit(MOST).map(Said::plain).toList()))
                : Said.plain(column);
        return new ReportPiece.Fact(Said.of("report.data.target"), value);
    }

    /** Of what it is predicted. */
    static ReportPiece.Fact columns(Preprocessing steps) {
        List<String> names = steps.features().stream().map(each -> each.column()).distinct().toList();
        Said listed = Said.list(names.stream().limit(MOST).map(Said::plain).toList());
        return new ReportPiece.Fact(Said.of("report.data.columns"),
                names.size() > MOST ? Said.of("report.data.columns.more", listed, names.size() - MOST) : listed);
    }

    /** What is done to a row before a model sees it, a line each. */
    static ReportPiece preparation(List<Said> steps) {
        List<List<Object>> rows = new ArrayList<>(steps.stream().limit(MOST).map(each -> List.<Object>of(each)).toList());
        if (steps.size() > MOST) {
            rows.add(List.of(Said.of("report.data.steps.more", steps.size() - MOST)));
        }
        return new ReportPiece.Grid("preparation", List.of(Said.of("report.data.preparation")), rows);
    }
}
