package downhill.setting;

import downhill.words.Said;
import java.util.Optional;
import java.util.function.Function;

/**
 * What has a way of its own to be written as a text, such as 3x32x32.
 *
 * @param mark   what stands for it in help, such as {@code CxHxW}
 * @param many   whether it may be said in several texts, which are one with commas between them
 * @param reader the value of a text; empty where it is none, and refuses in a sentence of its own what it knows better
 * @param writer the text of a value
 * @param form   how it is written, as it follows "must be"
 * @param <T>    type of its values, all of which are legal
 */
public record Written<T>(String mark, boolean many, Function<String, Optional<T>> reader, Function<T, String> writer, Said form)
        implements Kind<T> {
    @Override
    public Optional<T> read(String text) {
        return reader.apply(text);
    }

    @Override
    public String text(T value) {
        return writer.apply(value);
    }

    @Override
    public boolean allows(T value) {
        return true;
    }

    @Override
    public Said range() {
        return form;
    }
}
