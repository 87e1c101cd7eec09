package downhill.cli;

import downhill.data.Progress;
import downhill.model.TrainedEnsemble;
import downhill.race.document.StartPoint;
import downhill.words.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code from=} names: a model file, or a contender of a session or an experiment, as {@code work.downhill-session@Adam@200}: the
 * step may be left out, and so may the name where there is one contender alone.
 */
final class StartChoice {
    private static final String AT = "@";

    private StartChoice() {
    }

    /** @throws InputException of one sentence where there is no such model */
    static StartPoint of(String text, boolean newHead) {
        if (text.isEmpty()) {
            throw new InputException(Said.of("cli.from.empty"));
        }
        List<String> parts = parts(text);
        Long step = null;
        if (parts.size() > 1 && parts.get(parts.size() - 1).matches("\\d{1,18}")) {
            step = Long.valueOf(parts.remove(parts.size() - 1));
        }
        String contender = parts.size() > 1 ? String.join(AT, parts.subList(1, parts.size())) : null;
        Path file = Path.of(parts.get(0));
        TrainedEnsemble found = found(file, contender, step);
        if (found.members().size() > 1) {
            throw new InputException(Said.of("cli.from.several", file, found.members().size()));
        }
        return StartPoint.of(found.members().get(0).model(), String.valueOf(file.getFileName()), newHead);
    }

    private static TrainedEnsemble found(Path file, String contender, Long step) {
        try {
            List<Said> told = new ArrayList<>();
            ExplainDocument document = ExplainDocument.isOne(file) ? ExplainDocument.open(file, told) : null;
            return new ExplainSubject(file, step, contender, Progress.NONE, told).find(document, 0).model();
        } catch (InputException which) {
            if (which.said().key().equals("explain.contender.which")) {
                throw new InputException(Said.of("cli.from.which", which.said().arguments().toArray()));
            }
            throw which;
        }
    }

    /** The file, and what stands behind it; the name of a file may hold the mark itself. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>(List.of(text));
        while (!Files.exists(Path.of(parts.get(0))) && parts.get(0).contains(AT)) {
            String whole = parts.remove(0);
            int at = whole.lastIndexOf(AT);
            parts.add(0, whole.substring(at + 1));
            parts.add(0, whole.substring(0, at));
        }
        return Files.exists(Path.of(parts.get(0))) ? parts : new ArrayList<>(List.of(text.split(AT, -1)));
    }
}
