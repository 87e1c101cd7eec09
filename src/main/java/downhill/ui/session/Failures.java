package downhill.ui.session;

import downhill.data.Room;
import downhill.expr.FormulaException;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.words.Said;
import downhill.words.Saying;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** What went wrong, in one line for a person. */
public final class Failures {
    private Failures() {
    }

    /** The message where it was written for people; else the kind of failure, and the log has the rest. */
    public static String sentence(Throwable failure) {
        return words(failure).get();
    }

    /** The same in whichever language is spoken when it is asked for. */
    public static Supplier<String> words(Throwable failure) {
        if (failure instanceof ExecutionException && failure.getCause() instanceof Error) {
            return words(failure.getCause());
        }
        boolean forPeople = failure instanceof Saying || failure instanceof IOException || failure instanceof IllegalArgumentException;
        if (!forPeople) {
            LoggerFactory.getLogger(Failures.class).error("Unexpected failure", failure);
        }
        return () -> spoken(failure);
    }

    private static String spoken(Throwable failure) {
        if (failure instanceof FormulaException wrong) {
            return Messages.text("workshop.problem", wrong.line(), wrong.column(), Spoken.text(wrong.what()));
        }
        Said refusal = Room.refusal(failure);
        if (refusal != null) {
            return Spoken.text(refusal);
        }
        String message = Spoken.text(failure);
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message.lines().findFirst().orElse(message);
    }
}
