"""Words of the documents: key to Chinese and English."""

TABLE: dict[str, tuple[str, str]] = {
    "documents.stdin": ("标准输入", "standard input"),
    "documents.missing": ("{path}：找不到这个文件。", "{path}: no such file."),
    "documents.directory": (
        "{path}：这是文件夹，不是文件。",
        "{path}: this is a folder, not a file.",
    ),
    "documents.nothing": (
        "{path}：文件夹里没有可读的稿件（{suffixes}）。",
        "{path}: nothing to read in this folder ({suffixes}).",
    ),
    "documents.no_word": (
        "{path}：不是 Word 文件，或者坏了（{reason}）。",
        "{path}: this is no Word file, or it is damaged ({reason}).",
    ),
    "documents.no_pdf_reader": (
        '{path}：读 PDF 要另装一部分：pip install "figcheck[pdf]"。',
        '{path}: to read PDF files, pip install "figcheck[pdf]".',
    ),
    "documents.no_pdf": (
        "{path}：不是 PDF 文件，或者坏了，或者有密码（{reason}）。",
        "{path}: this is no PDF file, or it is damaged or locked ({reason}).",
    ),
    "documents.pictures": (
        "{path}：这份 PDF 里只有图像，没有文字（扫描件要先识别成文字）。",
        "{path}: this PDF holds pictures and no text (a scan must be turned into text first).",
    ),
    "documents.too_many_pages": (
        "{path}：超过 {limit} 页，不读。",
        "{path}: over {limit} pages; it is not read.",
    ),
    "documents.unwritable": ("{path}：写不进去（{reason}）。", "{path}: cannot be written ({reason})."),
    "documents.unreadable": ("{path}：读不出来（{reason}）。", "{path}: can't be read ({reason})."),
    "documents.empty": ("{path}：文件是空的，没有文字。", "{path}: the file is empty; there is no text in it."),
    "documents.textless": ("{path}：文件里没有可读的文字。", "{path}: there is no text to read in this file."),
    "documents.binary": (
        "{path}：这不是文本文件。",
        "{path}: this is no text file.",
    ),
    "documents.too_large": (
        "{path}：文件超过 {limit} MB，不读。",
        "{path}: the file is over {limit} MB and is not read.",
    ),
    "documents.undecodable": (
        "{path}：从第 {byte} 个字节起不是 {encoding} 文字；请用 --encoding 指明编码，或另存为 UTF-8。",
        "{path}: from byte {byte} on this is no {encoding} text; name the encoding with --encoding, or save it as UTF-8.",
    ),
    "documents.undecided": (
        "{path}：看不出是什么编码（不像 UTF-8、UTF-16、GB18030 或 Big5）；请用 --encoding 指明。",
        "{path}: in no encoding that is known here (UTF-8, UTF-16, GB18030, Big5); name it with --encoding.",
    ),
    "documents.unknown_encoding": (
        "{path}：没有名为“{encoding}”的编码。",
        "{path}: there is no encoding called “{encoding}”.",
    ),
}
