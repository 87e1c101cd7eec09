package downhill.ui.screen.palette;

import downhill.ui.command.Command;
import downhill.ui.command.CommandTable;
import downhill.ui.command.Section;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which commands fit what was typed, the best first; with nothing typed those done last, then all in the order of the menus. */
final class PaletteModel {
    private static final int LATEST = 5;
    /** Words of the language that is not shown, and of the menu, count a little less. */
    private static final int ASIDE = 2;
    /** What fits less than this part of the best was not meant. */
    private static final double GOOD = 0.4;

    private final CommandTable table;
    private final Supplier<List<String>> recent;

    /** {@code recent} has the ids of what was done last, newest first. */
    PaletteModel(CommandTable table, Supplier<List<String>> recent) {
        this.table = table;
        this.recent = recent;
    }

    List<Hit> hits(String query) {
        List<String> latest = recent.get();
        List<Hit> hits = new ArrayList<>();
        table.sections().forEach(section -> section.commands().get().stream().filter(command -> !command.id().equals(CommandPalette.ID))
                .forEach(command -> hit(section, command, query).ifPresent(hits::add)));
        int best = hits.stream().mapToInt(Hit::score).max().orElse(0);
        hits.removeIf(hit -> hit.score() < best * GOOD);
        Comparator<Hit> order = query.isBlank() ? Comparator.comparingInt(hit -> place(latest, hit))
                : Comparator.comparingInt((Hit hit) -> -hit.score()).thenComparingInt(hit -> place(latest, hit));
        hits.sort(order); // stable: then the order of the table
        return hits;
    }

    private static int place(List<String> latest, Hit hit) {
        int place = latest.indexOf(hit.command().id());
        return place < 0 || place >= LATEST ? LATEST : place;
    }

    private static Optional<Hit> hit(Section section, Command command, String query) {
        String menu = section.isFixed() ? section.menu() : section.under();
        Hit best = null;
        for (Language language : Language.values()) {
            Hit hit = in(language, menu, command, query);
            best = best == null || hit != null && hit.score() > best.score() ? hit : best;
        }
        return Optional.ofNullable(best);
    }

    /** Null where it does not fit in {@code language}. */
    private static Hit in(Language language, String menu, Command command, String query) {
        boolean shown = language == Messages.languageProperty().get();
        String words = command.words(language);
        String group = Messages.text(menu);
        Optional<Fuzzy.Match> own = Fuzzy.match(query, words);
        Optional<Fuzzy.Match> match = own.isPresent() ? own : Fuzzy.match(query, words + " " + Messages.text(language, menu));
        if (match.isEmpty()) {
            return null;
        }
        BitSet marks = shown ? match.get().at().get(0, words.length()) : new BitSet();
        int aside = (shown ? 0 : ASIDE) + (own.isPresent() ? 0 : ASIDE);
        return new Hit(command, group, marks, match.get().score() - aside);
    }
}
