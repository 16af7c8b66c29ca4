#include "terminal/ui/screens/settings_screen.hpp"

#include "terminal/ui/screens/barcode_test_screen.hpp"
#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace guitai::ui {
namespace {

constexpr std::int64_t fresh_ms{10 * 60'000};
constexpr float two_columns_min{640.0F};

struct Feed {
    std::string_view id;
    const char* icon{nullptr};
    std::string_view name;
    std::string line;
    Tone tone{Tone::primary};
    std::string_view state;
};

void draw_feed(Scene& scene, const Rect& box, const Feed& feed)
{
    Canvas& c{scene.canvas()};
    c.card(box);
    Rect in{box.inset(gap_m, 0.0F)};
    const ToneColours colours{tone_colours(scene.colour(), feed.tone)};
    const Rect badge{in.cut_left(48.0F, gap_tile)};
    c.fill({badge.x, badge.mid_y() - 24.0F, 48.0F, 48.0F}, colours.soft, radius_s);
    c.icon(badge.middle(), feed.icon, colours.ink);
    const char* const sign{feed.tone == Tone::primary ? icon::check_circle
                           : feed.tone == Tone::plain ? nullptr
                                                      : icon::warning};
    const float pill{tag_width(c, sign, feed.state)};
    // A long line gets a second one where the card is tall enough, and the words stay in the middle of it.
    const bool two{box.h >= 100.0F && c.width(Type::caption, feed.line) > in.w};
    const float high{two ? 78.0F : 54.0F};
    const Rect middle{in.x, box.mid_y() - high / 2.0F, in.w, high};
    tag(c, {middle.right() - pill, middle.y + 14.0F}, feed.tone, sign, feed.state);
    c.text({middle.x, middle.y, middle.w - pill - gap_s, 28.0F}, Type::strong, scene.colour().ink, feed.name);
    const Rect line{middle.x, middle.y + 29.0F, middle.w, 24.0F};
    if (two)
        c.paragraph(line, Type::caption, scene.colour().ink_soft, feed.line, 2);
    else
        c.text(line, Type::caption, scene.colour().ink_soft, feed.line);
}

Feed office_feed(const Scene& scene)
{
    const SyncView& sync{scene.view.sync};
    Feed feed{"settings.office", icon::cloud_done, scene.ui.word("settings.office"), {}, Tone::primary,
              scene.ui.word("settings.ok")};
    if (!scene.view.shop.has_office) {
        feed.icon = icon::storefront;
        feed.line = scene.ui.word("settings.no_office");
        return feed;
    }
    const bool fresh{sync.reached && scene.view.now_ms - sync.contact_at_ms < fresh_ms};
    feed.line = (sync.contact_at_ms == 0 ? std::string{scene.ui.word("time.never")}
                                         : age_text(scene.ui.words, scene.view.now_ms - sync.contact_at_ms)) +
                " · " + scene.ui.word("settings.waiting", count_text(sync.pending));
    if (fresh && sync.problem.empty()) return feed;
    feed.icon = sync.reached ? icon::cloud_queue : icon::cloud_off;
    feed.tone = sync.problem.empty() ? Tone::gold : Tone::danger;
    feed.state = scene.ui.word(sync.reached ? "settings.old" : "settings.offline");
    return feed;
}

Feed news_feed(const Scene& scene)
{
    const SyncView& sync{scene.view.sync};
    const bool behind{sync.office_head > sync.cursor};
    return {"settings.news", icon::inventory_2, scene.ui.word("settings.news"),
            scene.view.shop.has_office
                ? scene.ui.word("settings.news_line", count_text(sync.cursor), count_text(sync.office_head))
                : std::string{scene.ui.word("settings.own_books")},
            behind ? Tone::gold : Tone::primary,
            scene.ui.word(behind ? "settings.catching_up" : "settings.ok")};
}

Feed journal_feed(const Scene& scene)
{
    const std::string& problem{scene.view.sync.problem};
    const bool fork{!problem.empty()};
    return {"settings.journal", icon::verified_user, scene.ui.word("settings.journal"),
            fork ? refusal_words(scene, problem, {}) : std::string{scene.ui.word("settings.journal_line")},
            fork ? Tone::danger : Tone::primary, scene.ui.word(fork ? "settings.look_at" : "settings.ok")};
}

Feed printer_feed(const Scene& scene)
{
    const PrinterTrouble trouble{scene.view.printer_trouble};
    const bool fine{trouble == PrinterTrouble::none};
    return {"settings.printer", icon::print, scene.ui.word("settings.printer"),
            scene.ui.word("settings.jobs", count_text(scene.view.print_jobs)), fine ? Tone::primary : Tone::gold,
            scene.ui.word(fine ? "settings.ok" : trouble_key(trouble))};
}

Feed card_feed(const Scene& scene)
{
    const PaymentView& payment{scene.view.payment};
    const bool silent{payment.card && payment.card->silent};
    Feed feed{"settings.cards", icon::credit_card, scene.ui.word("settings.cards"),
              std::string{scene.ui.word("settings.cards_line")}, silent ? Tone::gold : Tone::primary,
              scene.ui.word(silent ? "settings.silent" : "settings.connected")};
    if (!payment.has_terminal) {
        feed.line = scene.ui.word("settings.cards_by_hand");
        feed.tone = Tone::plain;
        feed.state = scene.ui.word("settings.not_connected");
    }
    if (payment.cards_to_settle > 0) feed.line = scene.ui.word("settings.cards_to_settle", payment.cards_to_settle);
    return feed;
}

// The number is that of the category chosen on the sale: the card says which.
Feed goods_feed(const Scene& scene)
{
    const CatalogueView& goods{scene.view.catalogue};
    const std::string styles{scene.ui.word("settings.goods_line", count_text(goods.styles))};
    const std::string_view category{goods.category.empty() ? scene.ui.word("sale.all")
                                                           : category_in(scene.ui.words, goods.category)};
    return {"settings.goods", icon::checkroom, scene.ui.word("settings.goods"), dotted({category, styles}),
            Tone::primary, scene.ui.word("settings.ok")};
}

Feed shift_feed(const Scene& scene)
{
    const SessionView& session{scene.view.session};
    const bool open{session.shift != 0};
    const std::string since{
        open ? scene.ui.word("shift.since", moment_words(scene, session.shift_opened_at_ms)) : std::string{}};
    return {"settings.shift", icon::savings, scene.ui.word("settings.shift"),
            open ? dotted({scene.ui.word("report.shift", session.shift), since})
                 : std::string{scene.ui.word("shift.none")},
            open ? Tone::primary : Tone::plain,
            scene.ui.word(open ? "settings.shift_open" : "settings.shift_closed")};
}

Feed shop_feed(const Scene& scene)
{
    const ShopView& shop{scene.view.shop};
    const std::string till{shop.training ? std::string{scene.ui.word("settings.training")}
                                         : scene.ui.word("settings.till", shop.till)};
    return {"settings.about", icon::storefront, scene.ui.word("settings.about"),
            dotted({shop.name, shop.store.text, till}), shop.test ? Tone::gold : Tone::primary,
            scene.ui.word(shop.test ? "app.test" : "settings.ok")};
}

// What may go wrong first: on a low page the last ones have no room.
std::array<Feed, 8> feeds_of(const Scene& scene)
{
    return {office_feed(scene), news_feed(scene),    printer_feed(scene), card_feed(scene),
            goods_feed(scene),  journal_feed(scene), shift_feed(scene),   shop_feed(scene)};
}

void draw_feeds(Scene& scene, Rect page, int across)
{
    const std::array<Feed, 8> feeds{feeds_of(scene)};
    constexpr float lowest{58.0F};
    constexpr float highest{164.0F};
    const int down{static_cast<int>(feeds.size()) / across};
    const float gap{across == 1 ? gap_s : gap_tile};
    const float even{(page.h + gap) / static_cast<float>(down) - gap};
    const float tall{std::clamp(even, lowest, highest)};
    const float wide{(page.w - gap * static_cast<float>(across - 1)) / static_cast<float>(across)};
    for (int i{0}; i < static_cast<int>(feeds.size()); ++i) {
        const Rect box{page.x + (wide + gap) * static_cast<float>(i % across),
                       page.y + (tall + gap) * static_cast<float>(i / across), wide, tall};
        if (box.bottom() > page.bottom() + 1.0F) return;
        draw_feed(scene, box, feeds[static_cast<std::size_t>(i)]);
    }
}

// Points of a process that was not shut down in order: only a person can say that no copy of this till runs.
void draw_resting_points(Scene& scene, Rect& page)
{
    Ui& ui{scene.ui};
    const std::size_t resting{scene.view.leases.dormant.size()};
    if (resting == 0) return;
    const std::string text{ui.word("leases.resting", resting)};
    const std::string_view action{ui.word("leases.vouch")};
    const Rect box{page.cut_top(banner_height(scene.canvas(), page.w, text, action), 14.0F)};
    if (banner(ui, "settings.vouch", box, Tone::gold, icon::stars, text, action))
        scene.push(VouchLeases{std::string{ui.word("leases.only_machine")}});
}

void draw_trouble(Scene& scene, Rect& page)
{
    const TillView& view{scene.view};
    Ui& ui{scene.ui};
    if (const std::string text{printer_words(scene)}; !text.empty()) {
        const Rect box{page.cut_top(banner_height(scene.canvas(), page.w, text, {}), 14.0F)};
        (void)banner(ui, "settings.paper", box, Tone::gold, icon::warning, text);
    }
    if (view.leases.office_recovering) {
        const std::string_view text{ui.word("office.recovering")};
        const Rect box{page.cut_top(banner_height(scene.canvas(), page.w, text, {}), 14.0F)};
        (void)banner(ui, "settings.recovering", box, Tone::gold, icon::stars, text);
    }
    if (!view.shop.has_office || (view.sync.reached && view.sync.problem.empty())) return;
    const std::string text{view.sync.problem.empty() ? std::string{ui.word("sync.not_reached")}
                                                     : refusal_words(scene, view.sync.problem, {})};
    const std::string_view action{ui.word("sync.now")};
    const Rect box{page.cut_top(banner_height(scene.canvas(), page.w, text, action), 14.0F)};
    if (banner(ui, "settings.sync_now", box, view.sync.problem.empty() ? Tone::gold : Tone::danger, icon::cloud_off,
               text, action))
        scene.push(SyncNow{});
}

// A heading and a segmented choice under it; the segment tapped.
template <std::size_t count>
std::optional<int> draw_choice(Scene& scene, Rect& in, std::string_view id, std::string_view heading,
                               const std::array<std::string_view, count>& words, int chosen)
{
    scene.canvas().text(in.cut_top(28.0F, 4.0F), Type::strong, scene.colour().ink, scene.ui.word(heading));
    const int tapped{segmented(scene.ui, id, in.cut_top(56.0F, page_margin), words, chosen)};
    return tapped < 0 ? std::nullopt : std::optional<int>{tapped};
}

void draw_choices(Scene& scene, LookSettings& look, Rect in)
{
    const Ui& ui{scene.ui};
    const std::array<std::string_view, 2> languages{"中文", "English"};
    if (const auto tapped = draw_choice(scene, in, "settings.language", "settings.language", languages,
                                        static_cast<int>(look.language)))
        look.language = static_cast<Language>(*tapped);
    const std::array<std::string_view, 3> themes{ui.word("settings.light"), ui.word("settings.dark"),
                                                 ui.word("settings.by_time")};
    if (const auto tapped = draw_choice(scene, in, "settings.theme", "settings.look", themes,
                                        static_cast<int>(look.theme)))
        look.theme = static_cast<ThemeChoice>(*tapped);
    const std::array<std::string_view, 3> sizes{ui.word("settings.size.normal"), ui.word("settings.size.large"),
                                                ui.word("settings.size.largest")};
    if (const auto tapped = draw_choice(scene, in, "settings.size", "settings.text_size", sizes,
                                        static_cast<int>(look.text_size)))
        look.text_size = static_cast<TextSize>(*tapped);
    const std::array<std::string_view, 2> hands{ui.word("settings.hand.left"), ui.word("settings.hand.right")};
    if (const auto tapped = draw_choice(scene, in, "settings.hand", "settings.hand", hands,
                                        look.hand == Hand::left ? 0 : 1))
        look.hand = *tapped == 0 ? Hand::left : Hand::right;
}

// Trying codes and training, side by side. `practice` where other books were asked for.
Go draw_trials(Scene& scene, const Rect& row)
{
    Ui& ui{scene.ui};
    if (button(ui, "settings.barcodes", row.cell(0, 2, 0, 1, gap_tile),
               {.icon = icon::qr_code_scanner, .label = ui.word("settings.barcodes")}))
        scene.push(BeginBarcodeTest{});
    const bool training{scene.view.shop.training};
    const bool tapped{button(ui, "settings.practice", row.cell(1, 2, 0, 1, gap_tile),
                             {.icon = icon::school,
                              .label = ui.word(training ? "settings.end_practice" : "settings.practice"),
                              .enabled = scene.view.cart.lines.empty()})};
    return tapped ? Go::practice : Go::stay;
}

} // namespace

Go draw_settings(Scene& scene, LookSettings& look, Rect page)
{
    const Measures measures{measures_of(scene.ui.page)};
    page = page.inset(page_margin, 0.0F);
    if (scene.view.barcode_test.on) {
        draw_barcode_test(scene, page);
        return Go::stay;
    }
    (void)draw_head(scene, page, scene.ui.word("settings.title"));
    page.cut_bottom(page_margin);
    const Rect side{page.cut_near(scene.ui.hand, measures.narrow ? 384.0F : 408.0F, page_margin)};
    draw_banner(scene, page);
    draw_trouble(scene, page);
    draw_resting_points(scene, page);
    draw_first_sync(scene, page);
    scene.canvas().card(side);
    Rect in{side.inset(page_margin, gap_m)};
    const Rect out{in.cut_bottom(60.0F, gap_tile)};
    const bool one_column{page.w < two_columns_min};
    // One column of cards leaves nothing below it.
    const Rect trials{one_column ? in.cut_bottom(60.0F, gap_m) : page.cut_bottom(72.0F, gap_tile)};
    draw_feeds(scene, page, one_column ? 1 : 2);
    draw_choices(scene, look, in);
    const Go go{draw_trials(scene, trials)};
    if (button(scene.ui, "settings.sign_out", out, {.icon = icon::logout, .label = scene.ui.word("sign_in.change")}))
        return Go::back;
    return go;
}

} // namespace guitai::ui
