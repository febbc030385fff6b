package huisheng.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyFileTest {
    @Test
    void read_written_isTheSame() throws IOException {
        long seed = System.nanoTime();
        int[] keys = new Random(seed).ints(10_000).distinct().sorted().toArray();
        assertThat(read(write(keys))).as("seed " + seed).containsExactly(keys);
        int[] edges = {Integer.MIN_VALUE, -1, 0, 1, 128, Integer.MAX_VALUE};
        assertThat(read(write(edges))).containsExactly(edges);
        assertThat(read(write(new int[0]))).isEmpty();
    }

    @Test
    void write_unsorted_isRefused() {
        assertThatThrownBy(() -> write(new int[] {2, 1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> write(new int[] {1, 1})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void read_damaged_isRefused() {
        byte[] endless = {0, 0, 0, 1, -1, -1, -1, -1, -1, -1};
        assertThatThrownBy(() -> read(endless)).isInstanceOf(IOException.class).hasMessageContaining("damaged");
        byte[] far = {0, 0, 0, 2, -1, -1, -1, -1, 15, -1, -1, -1, -1, 15};
        assertThatThrownBy(() -> read(far)).isInstanceOf(IOException.class).hasMessageContaining("damaged");
        byte[] negative = {-1, -1, -1, -1};
        assertThatThrownBy(() -> read(negative)).isInstanceOf(IOException.class).hasMessageContaining("damaged");
    }

    private static byte[] write(int[] keys) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KeyFile.write(keys, new DataOutputStream(out));
        return out.toByteArray();
    }

    private static int[] read(byte[] bytes) throws IOException {
        return KeyFile.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
