package downhill.ui.ask;

import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Arrays;
import java.util.Locale;

/** Says whether what is asked about is a row of the data, of which part, and what its target is there. */
final class PlaceWords {
    private final ScoringModel model;

    PlaceWords(ScoringModel model) {
        this.model = model;
    }

    /**
     * Of the rows that are like it.
     *
     * @param like   rows from 0, or where such windows begin
     * @param wanted the one among them to be spoken of, where it is among them
     */
    String of(int[] like, int wanted) {
        String about = model.preprocessing().sequence() == null ? "scoring.place." : "scoring.place.window.";
        if (like.length == 0) {
            return Messages.text(about + "none");
        }
        int row = first(like, wanted);
        SameRows.Part part = model.rows().part(row);
        String said = Messages.text(about + part.name().toLowerCase(Locale.ROOT), Numbers.count(row + 1L)) + target(row);
        return like.length == 1 ? said : said + others(like, part);
    }

    /** The one wanted, where it is there. */
    static int first(int[] like, int wanted) {
        return Arrays.stream(like).filter(row -> row == wanted).findFirst().orElse(like[0]);
    }

    private String target(int row) {
        return GivenRows.of(model.table()).actual(model.preprocessing(), row)
                .map(text -> Messages.text("scoring.place.target", model.preprocessing().target().column(), text)).orElse("");
    }

    private String others(int[] like, SameRows.Part part) {
        long elsewhere = Arrays.stream(like).filter(row -> model.rows().part(row) != part).count();
        String more = Messages.text(like.length == 2 ? "scoring.place.more.one" : "scoring.place.more", Numbers.count(like.length - 1L));
        String where = elsewhere == 0 ? "" : Messages.text("scoring.place.elsewhere", Numbers.count(elsewhere));
        return more + where + Messages.text("scoring.place.end");
    }
}
