package downhill.data.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** Tells Chinese text in GB18030 from Western text by how bytes beyond ASCII cling together. */
final class PairScan {
    private static final double MOST = 0.85;

    private PairScan() {
    }

    static boolean looksChinese(byte[] bytes, int length) {
        int high = 0;
        int paired = 0;
        for (int i = 0; i < length; ) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            high++;
            int trail = i + 1 < length ? bytes[i + 1] & 0xFF : 0;
            int lead = bytes[i] & 0xFF;
            if (lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1) {
                high++;
                paired += 2;
                i += 2;
            } else {
                i++;
            }
        }
        return high >= 2 && paired >= MOST * high && decodes(bytes, length);
    }

    /** A character cut off at the end does not count. */
    private static boolean decodes(byte[] bytes, int length) {
        for (int cut = 0; cut < 4 && cut < length; cut++) {
            try {
                Charset.forName("GB18030").newDecoder().decode(ByteBuffer.wrap(bytes, 0, length - cut));
                return true;
            } catch (CharacterCodingException cutInACharacter) {
                continue;
            }
        }
        return false;
    }
}
