package io.daybreak.jobs.reconcile;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.jobs.run.RunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The seal on a run's record files: a list in which every entry hashes a file and the entry before it, so that no file
 * can be changed, dropped or slipped in without every later link failing to fit. The first link takes up the last one
 * of the run before. It shows that something was changed after the fact; who could rewrite the whole folder could
 * rewrite the chain with it, so keep the head elsewhere.
 *
 * @param follows the last link of the chain this one takes up; {@value #NOTHING_BEFORE} if there is none
 */
public record EvidenceChain(String follows, List<Entry> entries) {

    /** Name of the chain's own file in the run's folder. */
    public static final String FILE = "evidence.json";

    /** What the first chain of a lake takes up. */
    public static final String NOTHING_BEFORE = "0000000000000000000000000000000000000000000000000000000000000000";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One file as it was when it was sealed.
     *
     * @param file name in the run's folder
     * @param sha256 of its bytes
     * @param link SHA-256 of the previous link, the name, the size and the hash, a line each
     */
    public record Entry(String file, long bytes, String sha256, String link) {}

    public EvidenceChain {
        entries = List.copyOf(entries);
    }

    /** A chain without an entry yet. */
    public static EvidenceChain after(String follows) {
        return new EvidenceChain(follows, List.of());
    }

    /**
     * Reads the chain of a run.
     *
     * @throws IOException if there is none or it is not readable
     */
    public static EvidenceChain read(Path folder) throws IOException {
        return JSON.readValue(Files.readAllBytes(folder.resolve(FILE)), EvidenceChain.class);
    }

    /** The last link: the value to keep elsewhere. */
    public String head() {
        return entries.isEmpty() ? follows : entries.get(entries.size() - 1).link();
    }

    /**
     * The chain with files sealed as they are now. A file already sealed with the same bytes is passed over; one that
     * was written anew is sealed again, and its last entry is the one that counts.
     *
     * @param files names in the run's folder
     */
    public EvidenceChain seal(Path folder, List<String> files) throws IOException {
        List<Entry> sealed = new ArrayList<>(entries);
        Map<String, Entry> current = current();
        String head = head();
        for (String file : files) {
            byte[] bytes = Files.readAllBytes(folder.resolve(file));
            String hash = sha256(bytes);
            Entry before = current.get(file);
            if (before == null || !before.sha256().equals(hash)) {
                head = link(head, file, bytes.length, hash);
                sealed.add(new Entry(file, bytes.length, hash, head));
            }
        }
        return new EvidenceChain(follows, sealed);
    }

    public void write(Path folder) throws IOException {
        RunStore.replace(folder.resolve(FILE), this);
    }

    /** What does not fit, one sentence each; none if every link and every file is as it was sealed. */
    public List<String> findings(Path folder) throws IOException {
        List<String> findings = new ArrayList<>();
        String head = follows;
        for (Entry entry : entries) {
            head = link(head, entry.file(), entry.bytes(), entry.sha256());
            if (!head.equals(entry.link())) {
                findings.add("the link of " + entry.file() + " does not fit the one before it: the chain was edited");
                head = entry.link();
            }
        }
        for (Entry entry : current().values()) {
            Path file = folder.resolve(entry.file());
            if (!Files.isRegularFile(file)) {
                findings.add(entry.file() + " is gone");
            } else if (!sha256(Files.readAllBytes(file)).equals(entry.sha256())) {
                findings.add(entry.file() + " was changed after it was sealed: it had " + entry.bytes()
                        + " bytes that hash to " + entry.sha256());
            }
        }
        return List.copyOf(findings);
    }

    private Map<String, Entry> current() {
        Map<String, Entry> current = new LinkedHashMap<>();
        entries.forEach(entry -> current.put(entry.file(), entry));
        return current;
    }

    private static String link(String previous, String file, long bytes, String sha256) {
        String line = previous + "\n" + file + "\n" + bytes + "\n" + sha256 + "\n";
        return sha256(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
