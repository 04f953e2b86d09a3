"""How pages of news sites are built: elements, and where each site has its title, credits and body; data only."""

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary table tbody td "
    "tfoot th thead tr ul".split()
)
"""Elements that begin on a line of their own."""

UNSEEN = frozenset(
    "script style noscript noframes noembed template iframe object embed applet select datalist button textarea input "
    "svg math canvas video audio map rt rp rtc del nav meta link title frameset".split()
)
"""Elements whose content is no part of what an article says: machinery, switches, readings of characters, what was
taken back."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

ROLES = ("title", "date", "source", "byline", "editor", "info", "body", "credit", "drop")
"""What an element of a page is: `info` is a line of several credits above the body, `credit` one below it; `drop` is no
part of the article."""

SITES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    # name; of each role the selectors. A page is of the site whose body it has; of the selectors of a title and a body
    # the first that finds something counts, of the other roles all do.
    (
        "wechat",
        (
            ("title", "#activity-name, .rich_media_title"),
            ("source", "#js_name, #post-user"),
            ("date", "#publish_time, #post-date"),
            ("byline", "#js_author_name, #js_author_name_text"),
            ("body", "#js_content"),
            (
                "drop",
                "#js_tags_preview_toast, .article-tag__list, #js_pc_qr_code, .qr_code_pc_outer, .rich_media_tool, "
                "#js_article_bottom_bar, #content_bottom_area, mp-common-profile, mp-common-product, "
                ".mp_profile_iframe_wrp, .js_uneditable, .weapp_display_element",
            ),
        ),
    ),
    (
        "people-paper",
        (
            ("title", ".article h1, .text_c h1"),
            ("date", ".sec .date, .article .lai"),
            ("info", ".article .sec, .article h3, .article h2, .article h4, .text_c h3, .text_c h2, .text_c h4"),
            ("body", "#ozoom, #articleContent"),
            ("drop", ".article-box .pages, .attachment"),
        ),
    ),
    (
        "people",
        (
            ("title", ".rm_txt h1, .text_title h1, .title_con h1, .d2_left h1, .article_title h1, #newstit, #p_title"),
            (
                "info",
                ".rm_txt .channel, .rm_txt .pre, .rm_txt .sub, .text_title .fl, .text_title .pre, .text_title .sub, "
                ".box01 .fl, .page_c .sou, .artOri, .d2_left .sou, #p_publishtime, #p_origin, .tool_info, .box_tit .sou",
            ),
            ("byline", ".rm_txt .author, .text_title .author"),
            ("body", ".rm_txt_con, #rwb_zw, .box_con, .show_text, #p_content, .artDet, .d2_left .text_con"),
            ("credit", ".rm_txt .edit, .text_con .edit, .text_con_left .edit, #p_editor, .editor"),
            (
                "drop",
                ".channel .share, .col-1-2, .path, .x_nav, .rm_relevant, .zdfy, .page_n, .box_pic, .pic_c, .otitle .bds, "
                ".share, .bdsharebuttonbox, .rwb_tit, .gray, .rm_ranking, .edit .jiucuo, .fd_share, .wb_tit, .rm_video",
            ),
        ),
    ),
    (
        "xinhua",
        (
            ("title", ".head-line h1, .h-title, #title, .main-tit, .Btitle, .article-title, #conTit h1, .news_tt"),
            (
                "info",
                ".header-time, .header-info, .header-cont .source, .h-info, .laiy, .header .info, #conTit .info, .sj",
            ),
            ("body", "#detail, #detailContent, #p-detail, #article .article, .article #content, #contentblock"),
            ("credit", ".editor, .p-jc, .zeren, .bianji, #articleEdit, .tiyi1 .editor, .article-editor"),
            (
                "drop",
                ".mheader, .jc, .advise, .tiyi, .setFont, .relatedNews, .related-news, .news-position, .h-p3, .part1, .share, .bdsharebuttonbox, .columBox, "
                ".nextpage, .page-next, .zan-wap, .zan, #xhwvideo, .ad, .adv, .ewm, .wx-box, .domPCQrcode, .book, .foot_nav, "
                ".tadd, .dbl-ad, .video-url, #videoArea, .error-correct, .jiucuo",
            ),
        ),
    ),
    (
        "cctv",
        (
            ("title", ".title_area h1, .cnt_bd h1, .title h1, .tit_area h1, h1.title, #title_area h1"),
            ("info", ".title_area .info, .title_area .info1, .info1, .function .info, .cnt_bd .info, .tit_area .info"),
            ("body", "#content_area, .content_area, .cnt_bd .body, .cnt_bd, #text_area"),
            ("credit", ".zebian, .col_w660 .zebian, .relevance .zebian, .content_area .zebian, .bianji"),
            (
                "drop",
                ".bdsharebuttonbox, .fontsize, .tool, .share, .relevance, .tuwen_qrcode, .tag_new, "
                ".vspace, .answer, .pinglun, .video_left, .textSize, .gwA18043_ind01, #searchkeywords, .jwplayer",
            ),
        ),
    ),
    (
        "chinanews",
        (
            ("title", ".content_left_title, #cont_1_1_2 h1, .content_title h1, .con_left h1, .title h1"),
            (
                "info",
                ".content_left_time, .left-t, #cont_1_1_2 .left-time, .content_title .content_left_time, .left_time, "
                ".con_left .cons_left_time",
            ),
            ("body", ".left_zw, .content_maincontent_content, .content_desc, .t3 .content_desc, .con_zw"),
            ("credit", ".adEditor, .left_name, .editor, #editor_baidu, .content_left_editor"),
            (
                "drop",
                ".left_name .print, .left-t .ff, .font-size, .div624, .left_ph, .content_page_box, .selected-news, .content_adv, .pagination, "
                ".content_left_share, .share, .bdsharebuttonbox, .gg_content, .adInContent, #function_code_page, "
                ".channel, .videodiv, .pictext .ad",
            ),
        ),
    ),
)
"""Sites by what their pages look like: identifiers and classes of their templates, older ones included."""

BODIES = (
    "[itemprop=articleBody], .TRS_Editor, #zoom, #Zoom, #UCAP-CONTENT, #artibody, #article_content, #articleContent, "
    "#articlecontent, #ContentBody, #contentMain, #content_main, #endText, #mainContent, .article-content, "
    ".article_content, .articleContent, .article-body, .articleBody, .article__content, .post-content, .entry-content, "
    ".news-content, .news_content, .newscontent, .news_txt, .text-article, .detail-content, .detail_content, "
    ".content-article, .main-article, .m-article, .zw, #content, #article, article"
)
"""Where content management systems have the body, for pages of no known site; believed where most prose stands there."""

ASIDES = (
    "comment comments pinglun reply replies discuss related relevant relevance recommend recommends tuijian xiangguan "
    "sidebar side aside right rightbar rank ranking hot hotnews paihang footer foot copyright nav navbar navigation menu "
    "topbar breadcrumb crumb crumbs toolbar share sharebar bdsharebuttonbox ad ads adv advert banner links friendlink "
    "friendlinks login search qrcode pager pagination prevnext tags hotwords newslist feedback disclaimer shengming popup"
)
"""Words in the class or the identifier of what stands beside an article."""

META: tuple[tuple[str, str], ...] = (
    ("title", "og:title twitter:title articletitle dc.title"),
    (
        "date",
        "article:published_time og:article:published_time bytedance:published_time publishdate pubdate pub_date "
        "weibo:article:create_at firstpublishedtime publish_time publishtime publish-date date dc.date datepublished "
        "og:release_date apub:time apub:date",
    ),
    ("source", "contentsource mediaid source copyrightsource"),
    ("byline", "article:author og:article:author author byl"),
    ("editor", "editor responsible_editor editorname"),
    ("url", "og:url"),
)
"""Names of `meta` elements that say what the page itself does not; in this order."""

LINKED_DATA: tuple[tuple[str, str], ...] = (
    ("title", "headline title"),
    ("date", "datePublished pubDate dateCreated"),
    ("source", "sourceOrganization publisher"),
    ("byline", "author"),
    ("editor", "editor"),
)
"""The same in JSON-LD, of an article."""

SCRIPTED: tuple[tuple[str, str, str, str], ...] = (
    ("wechat", "date", r"\bcreateTime\s*=\s*['\"](?P<value>\d{4}-\d\d-\d\d \d\d:\d\d)['\"]", ""),
    ("wechat", "date", r"\bvar (?:ct|oriCreateTime)\s*=\s*['\"](?P<value>\d{10})['\"]", "seconds"),
)
"""What pages whose masthead is filled in by a script have in it, by site; seconds are those since 1970."""
