package downhill.engine;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import downhill.data.Visible;

/** What a line of the log says: on one line, so that no name in it looks like another line, and without what steers a terminal. */
public final class LogMessage extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return Visible.line(super.convert(event));
    }
}
