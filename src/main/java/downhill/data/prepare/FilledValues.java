package downhill.data.prepare;

import downhill.data.Table;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Missing values of features, counted as they go by, and what took their place. */
public final class FilledValues {
    private static final int SHOWN = 6;

    private final Map<FeatureStep, Long> counts = new LinkedHashMap<>();

    /** @param steps those that fill; columns made of others have no gaps of their own */
    public FilledValues(Preprocessing steps) {
        steps.features().stream().filter(step -> step.filling() != null && !steps.isMade(step)).forEach(step -> counts.put(step, 0L));
    }

    /** Counts the rows of {@code table} from row {@code first} on. */
    public FilledValues add(Table table, int first) {
        counts.replaceAll((step, before) -> before + table.find(step.column()).map(column ->
                IntStream.range(first, table.rows()).filter(column::isMissing).count()).orElse(0L));
        return this;
    }

    /** One sentence with the first columns that had gaps; nothing where none had. */
    public Optional<Said> told() {
        List<Said> columns = new ArrayList<>();
        counts.forEach((step, count) -> {
            if (count > 0) {
                columns.add(Said.of("found.filled.column", step.column(), count, step.filling()));
            }
        });
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        Said shown = Said.list(columns.subList(0, Math.min(SHOWN, columns.size())));
        return Optional.of(Said.of("found.filled", columns.size() > SHOWN ? Said.of("names.more", shown, columns.size() - SHOWN) : shown));
    }
}
