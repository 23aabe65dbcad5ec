package io.callscope.analytics.llm.gguf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes a GGUF file that llama.cpp takes: one layer of Llama with random weights and a token for each byte. What it says
 * means nothing; that it keeps to a grammar, to a length and to a window is llama.cpp's real work. Layout: the description
 * of the format, version 3, in ggml's documents.
 */
final class TinyGguf {
    private static final int WIDTH = 32;
    private static final int INNER = 64;
    private static final int ALIGNMENT = 32;
    private static final int UINT32 = 4;
    private static final int FLOAT32 = 6;
    private static final int STRING = 8;
    private static final int ARRAY = 9;
    private static final int INT32 = 5;

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private int keys;

    private TinyGguf() {}

    static Path write(Path file) throws IOException {
        return Files.write(file, new TinyGguf().bytes());
    }

    private byte[] bytes() {
        List<String> tokens = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
        List<Integer> types = new ArrayList<>(List.of(2, 3, 3));
        for (int value = 0; value < 256; value++) {
            tokens.add("<0x%02X>".formatted(value));
            types.add(6);
        }
        text("general.architecture", "llama");
        number("llama.context_length", 2048);
        number("llama.embedding_length", WIDTH);
        number("llama.block_count", 1);
        number("llama.feed_forward_length", INNER);
        number("llama.attention.head_count", 2);
        real("llama.attention.layer_norm_rms_epsilon", 1e-5F);
        text("tokenizer.ggml.model", "llama");
        array("tokenizer.ggml.tokens", STRING, tokens.size());
        tokens.forEach(this::string);
        array("tokenizer.ggml.scores", FLOAT32, tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            head.writeBytes(fixed(4).putFloat(0).array());
        }
        array("tokenizer.ggml.token_type", INT32, types.size());
        types.forEach(type -> head.writeBytes(fixed(4).putInt(type).array()));
        number("tokenizer.ggml.unknown_token_id", 0);
        number("tokenizer.ggml.bos_token_id", 1);
        number("tokenizer.ggml.eos_token_id", 2);
        text(
                "tokenizer.chat_template",
                "{% for message in messages %}{{ message['role'] + ': ' + message['content'] + '\n' }}{% endfor %}");
        return file(weights(tokens.size()));
    }

    private static Map<String, int[]> weights(int words) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put("token_embd.weight", new int[] {WIDTH, words});
        shapes.put("blk.0.attn_norm.weight", new int[] {WIDTH});
        for (String name : List.of("attn_q", "attn_k", "attn_v", "attn_output")) {
            shapes.put("blk.0.%s.weight".formatted(name), new int[] {WIDTH, WIDTH});
        }
        shapes.put("blk.0.ffn_norm.weight", new int[] {WIDTH});
        shapes.put("blk.0.ffn_gate.weight", new int[] {WIDTH, INNER});
        shapes.put("blk.0.ffn_up.weight", new int[] {WIDTH, INNER});
        shapes.put("blk.0.ffn_down.weight", new int[] {INNER, WIDTH});
        shapes.put("output_norm.weight", new int[] {WIDTH});
        shapes.put("output.weight", new int[] {WIDTH, words});
        return shapes;
    }

    private byte[] file(Map<String, int[]> shapes) {
        ByteArrayOutputStream infos = new ByteArrayOutputStream();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        Random random = new Random(7);
        shapes.forEach((name, shape) -> {
            byte[] letters = name.getBytes(StandardCharsets.UTF_8);
            infos.writeBytes(fixed(8).putLong(letters.length).array());
            infos.writeBytes(letters);
            infos.writeBytes(fixed(4).putInt(shape.length).array());
            int size = 1;
            for (int extent : shape) {
                infos.writeBytes(fixed(8).putLong(extent).array());
                size *= extent;
            }
            infos.writeBytes(fixed(4).putInt(0).array());
            infos.writeBytes(fixed(8).putLong(data.size()).array());
            for (int i = 0; i < size; i++) {
                data.writeBytes(
                        fixed(4).putFloat((float) random.nextGaussian() * 0.3F).array());
            }
            pad(data);
        });
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(fixed(4).putInt(3).array());
        all.writeBytes(fixed(8).putLong(shapes.size()).array());
        all.writeBytes(fixed(8).putLong(keys).array());
        all.writeBytes(head.toByteArray());
        all.writeBytes(infos.toByteArray());
        pad(all);
        all.writeBytes(data.toByteArray());
        return all.toByteArray();
    }

    private void text(String key, String value) {
        key(key, STRING);
        string(value);
    }

    private void number(String key, int value) {
        key(key, UINT32);
        head.writeBytes(fixed(4).putInt(value).array());
    }

    private void real(String key, float value) {
        key(key, FLOAT32);
        head.writeBytes(fixed(4).putFloat(value).array());
    }

    private void array(String key, int type, int size) {
        key(key, ARRAY);
        head.writeBytes(fixed(4).putInt(type).array());
        head.writeBytes(fixed(8).putLong(size).array());
    }

    private void key(String key, int type) {
        keys++;
        string(key);
        head.writeBytes(fixed(4).putInt(type).array());
    }

    private void string(String value) {
        byte[] letters = value.getBytes(StandardCharsets.UTF_8);
        head.writeBytes(fixed(8).putLong(letters.length).array());
        head.writeBytes(letters);
    }

    private static void pad(ByteArrayOutputStream out) {
        out.writeBytes(new byte[(ALIGNMENT - out.size() % ALIGNMENT) % ALIGNMENT]);
    }

    private static ByteBuffer fixed(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
