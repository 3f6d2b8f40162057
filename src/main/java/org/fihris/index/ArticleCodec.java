package org.fihris.index;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.codecs.StoredFieldsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104PostingsFormat;
import org.apache.lucene.codecs.lucene90.Lucene90StoredFieldsFormat;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.fihris.analysis.WordStems;
import org.jspecify.annotations.Nullable;

/**
 * How an index is written: as Lucene does, but for the stems of texts, which are made of the words
 * of a segment when it is written and not word by word, and for how many stored documents are
 * packed together. What is on the disk is Lucene's format, and any reader of it will do.
 */
final class ArticleCodec extends FilterCodec {
  private final StoredFieldsFormat stored = new SmallChunks();

  ArticleCodec(Supplier<WordStems> stems) {
    this(new Postings(stems));
  }

  /** Under the name of Lucene's codec, which reads what is written. */
  private ArticleCodec(Postings lucene) {
    super(lucene.getName(), lucene);
  }

  @Override
  public StoredFieldsFormat storedFieldsFormat() {
    return stored;
  }

  private static final class Postings extends Lucene104Codec {
    private final PostingsFormat texts;

    Postings(Supplier<WordStems> stems) {
      texts = new Texts(stems);
    }

    @Override
    public PostingsFormat getPostingsFormatForField(String field) {
      return Schema.TEXTS.contains(field) || Schema.isOfWords(field)
          ? texts
          : super.getPostingsFormatForField(field);
    }
  }

  /**
   * Stored documents as Lucene packs them for speed, but fewer of them together: a search reads
   * some here and there, and what is packed with each has to be unpacked too. The size of the
   * chunks stands in the files, so that Lucene's format reads them.
   */
  private static final class SmallChunks extends StoredFieldsFormat {
    private static final int CHUNK_BYTES = 32 * 1024;

    // Those of Lucene90StoredFieldsFormat for Mode.BEST_SPEED, which reads what is written here.
    private static final String NAME = "Lucene90StoredFieldsFastData";
    private static final int MOST_DOCUMENTS_OF_CHUNK = 1024;
    private static final int BLOCK_SHIFT = 10;

    private final StoredFieldsFormat lucene = new Lucene90StoredFieldsFormat();

    @Override
    public StoredFieldsReader fieldsReader(
        Directory directory, SegmentInfo segment, FieldInfos fields, IOContext context)
        throws IOException {
      return lucene.fieldsReader(directory, segment, fields, context);
    }

    @Override
    public StoredFieldsWriter fieldsWriter(
        Directory directory, SegmentInfo segment, IOContext context) throws IOException {
      segment.putAttribute(
          Lucene90StoredFieldsFormat.MODE_KEY, Lucene90StoredFieldsFormat.Mode.BEST_SPEED.name());
      return new Lucene90CompressingStoredFieldsFormat(
              NAME,
              Lucene90StoredFieldsFormat.BEST_SPEED_MODE,
              CHUNK_BYTES,
              MOST_DOCUMENTS_OF_CHUNK,
              BLOCK_SHIFT)
          .fieldsWriter(directory, segment, context);
    }
  }

  private static final class Texts extends PostingsFormat {
    private final PostingsFormat lucene = new Lucene104PostingsFormat();
    private final Supplier<WordStems> stems;

    Texts(Supplier<WordStems> stems) {
      super(new Lucene104PostingsFormat().getName());
      this.stems = stems;
    }

    @Override
    public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
      return new WithStems(lucene.fieldsConsumer(state), stems);
    }

    @Override
    public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
      return lucene.fieldsProducer(state);
    }
  }

  private static final class WithStems extends FieldsConsumer {
    private final FieldsConsumer lucene;
    private final Supplier<WordStems> stems;

    WithStems(FieldsConsumer lucene, Supplier<WordStems> stems) {
      this.lucene = lucene;
      this.stems = stems;
    }

    /** Of articles in memory. */
    @Override
    public void write(Fields fields, NormsProducer norms) throws IOException {
      lucene.write(new Derived(fields, stems.get()), norms);
    }

    /** Of segments that have their stems. */
    @Override
    public void merge(MergeState segments, NormsProducer norms) throws IOException {
      lucene.merge(segments, norms);
    }

    @Override
    public void close() throws IOException {
      lucene.close();
    }
  }

  private static final class Derived extends Fields {
    private final Fields inMemory;
    private final WordStems stems;

    Derived(Fields inMemory, WordStems stems) {
      this.inMemory = inMemory;
      this.stems = stems;
    }

    @Override
    public Iterator<String> iterator() {
      return inMemory.iterator();
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      if (!Schema.TEXTS.contains(field)) {
        return inMemory.terms(field);
      }
      Terms words = inMemory.terms(Schema.words(field));
      return words == null ? null : new StemPostings(words, stems);
    }

    @Override
    public int size() {
      return inMemory.size();
    }
  }
}
