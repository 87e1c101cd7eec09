package downhill.cli;

import downhill.data.Progress;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.List;

/** Finds the model that is made smaller, and where it was at an early step. */
final class CompressSubject {
    /**
     * What was found.
     *
     * @param early [P]; null where no step was asked for
     */
    record Found(TrainedModel model, double[] early) {
    }

    private final Path file;
    private final String contender;
    private final Progress progress;
    private final List<Said> told;

    /**
     * @param contender of a session or an experiment; null where there is one alone, and of a model's file
     * @param told      takes in what must be known
     */
    CompressSubject(Path file, String contender, Progress progress, List<Said> told) {
        this.file = file;
        this.contender = contender;
        this.progress = progress;
        this.told = told;
    }

    /** @param step updates done at the moment that is gone back to; null for none */
    Found find(Long step) {
        ExplainDocument document = ExplainDocument.isOne(file) ? ExplainDocument.open(file, told) : null;
        ExplainSubject subject = new ExplainSubject(file, null, contender, progress, told);
        if (step == null || document == null) {
            TrainedModel model = alone(subject.find(document, 0));
            return new Found(model, step == null ? null : beginning(model, step));
        }
        ExplainSubject.Found found = subject.withEarly(document, step);
        told.add(Said.of("compress.ticket.back", step));
        return new Found(alone(found), found.past().parameters().get(0));
    }

    /** Of a model's file its beginning alone is known: its seed draws it again. */
    private double[] beginning(TrainedModel model, long step) {
        if (step != 0) {
            throw new InputException(Said.of("compress.ticket.file", file, step));
        }
        return InitialValues.row(model.model(), InputShape.of(model.preprocessing().inputShape()), model.outputs(),
                model.training().seed());
    }

    private TrainedModel alone(ExplainSubject.Found subject) {
        TrainedEnsemble found = FileScoring.finite(subject.model(), file);
        if (found.members().size() > 1) {
            throw new InputException(Said.of("compress.several", file, found.members().size()));
        }
        return found.members().get(0).model();
    }
}
