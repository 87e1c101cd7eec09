package downhill.engine;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import downhill.data.Visible;

/** The stack trace below a line of the log. What each failure says stands on one line, as {@link LogMessage} has it. */
public final class LogTrace extends ThrowableProxyConverter {
    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        return Visible.text(onOneLineEach(super.throwableProxyToString(failure), failure));
    }

    private static String onOneLineEach(String trace, IThrowableProxy failure) {
        String told = failure.getMessage() == null ? trace : trace.replace(failure.getMessage(), Visible.line(failure.getMessage()));
        for (IThrowableProxy beside : failure.getSuppressed()) {
            told = onOneLineEach(told, beside);
        }
        return failure.getCause() == null ? told : onOneLineEach(told, failure.getCause());
    }
}
