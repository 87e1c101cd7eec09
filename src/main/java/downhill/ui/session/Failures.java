package downhill.ui.session;

import downhill.data.DataException;
import downhill.data.Room;
import downhill.expr.FormulaException;
import downhill.engine.UnavailableException;
import downhill.model.ModelException;
import downhill.store.StoreException;
import downhill.ui.i18n.Sentences;
import downhill.ui.i18n.Spoken;
import downhill.words.Said;
import downhill.words.Saying;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong, in one line for a person. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {
    }

    /** The message where it was written for people; else the kind of failure, and the log has the rest. */
    public static String sentence(Throwable failure) {
        if (failure instanceof ExecutionException && failure.getCause() instanceof Error) {
            return sentence(failure.getCause());
        }
        boolean forPeople = failure instanceof DataException || failure instanceof ModelException || failure instanceof FormulaException
                || failure instanceof StoreException || failure instanceof UnavailableException
                || failure instanceof IOException || failure instanceof IllegalArgumentException;
        if (!forPeople) {
            LOG.error("Unexpected failure", failure);
        }
        return spoken(failure);
    }

    private static String spoken(Throwable failure) {
        Said refusal = Room.refusal(failure);
        if (refusal != null) {
            return Spoken.text(refusal);
        }
        if (failure instanceof Saying saying && !saying.said().key().equals("plain")) {
            return Spoken.text(saying.said());
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : Sentences.spoken(message.lines().findFirst().orElse(message));
    }
}
