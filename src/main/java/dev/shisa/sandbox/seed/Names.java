package dev.shisa.sandbox.seed;

import java.util.List;

/** Invented people's names: common Japanese family and given names, in Latin letters and in kanji. */
final class Names {

    /** A name in both scripts. */
    record Name(String latin, String kanji) {
    }

    private static final List<Name> FAMILY = names("Sato 佐藤 Suzuki 鈴木 Takahashi 高橋 Tanaka 田中 Ito 伊藤 Watanabe 渡辺 "
            + "Yamamoto 山本 Nakamura 中村 Kobayashi 小林 Kato 加藤 Yoshida 吉田 Yamada 山田 Sasaki 佐々木 Yamaguchi 山口 "
            + "Matsumoto 松本 Inoue 井上 Kimura 木村 Hayashi 林 Shimizu 清水 Yamazaki 山崎 Mori 森 Abe 阿部 Ikeda 池田 "
            + "Hashimoto 橋本 Ishikawa 石川 Ogawa 小川 Maeda 前田 Okada 岡田 Hasegawa 長谷川 Fujita 藤田 Goto 後藤 Kondo 近藤 "
            + "Murakami 村上 Endo 遠藤 Aoki 青木 Sakamoto 坂本 Fukuda 福田 Ota 太田 Nishimura 西村 Fujii 藤井");
    private static final List<Name> GIVEN = names("Haruto 陽翔 Yuto 悠斗 Sota 颯太 Ren 蓮 Minato 湊 Riku 陸 Kaito 海斗 Daiki 大輝 "
            + "Kenta 健太 Takumi 拓海 Shota 翔太 Tsubasa 翼 Naoki 直樹 Hiroshi 浩 Makoto 誠 Yui 結衣 Hina 陽菜 Sakura さくら "
            + "Aoi 葵 Rin 凛 Mio 澪 Mei 芽依 Yuna 優奈 Akari 明里 Misaki 美咲 Nanami 七海 Ayaka 彩花 Kana 加奈 Emi 恵美 Keiko 恵子");

    private Names() {
    }

    static Name family(IdSource ids) {
        return FAMILY.get(ids.below(FAMILY.size()));
    }

    static Name given(IdSource ids) {
        return GIVEN.get(ids.below(GIVEN.size()));
    }

    private static List<Name> names(String words) {
        List<String> list = List.of(words.split(" ", -1));
        return java.util.stream.IntStream.range(0, list.size() / 2)
                .mapToObj(i -> new Name(list.get(2 * i), list.get(2 * i + 1))).toList();
    }
}
