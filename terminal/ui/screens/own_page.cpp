#include "terminal/ui/screens/own_page.hpp"

#include "sync/events/time.hpp"
#include "terminal/ui/phrases.hpp"
#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/member_strip.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace guitai::ui {
namespace {

// Everything that a part of the page needs.
struct Page {
    const TillView& view;
    const OwnFileView& own;
    OwnMemory& memory;
    Ui& ui;
    Commands& commands;

    [[nodiscard]] std::string today() const { return iso_date(view.now_ms, view.shop.utc_offset_minutes); }
    [[nodiscard]] std::string day(std::string_view iso) const { return date_text(ui.words, iso, today()); }
    [[nodiscard]] std::string moment(std::int64_t at_ms) const
    {
        const auto local = local_time(at_ms, view.shop.utc_offset_minutes);
        return day(iso_date(at_ms, view.shop.utc_offset_minutes)) + " " + hour_text(local.hour, local.minute);
    }
};

struct Line {
    const char* picture{nullptr};
    Tone tone{Tone::plain};
    std::string title, note, figure;
    bool is_step{false}; // Of what stands above it: a low one, without a picture.
};

constexpr float step_height{36.0F};

float height_of(const Line& line) { return line.is_step ? step_height : row_height; }

void draw_line(Ui& ui, const Rect& row, const Line& line)
{
    plain_row(ui, row, {.icon = line.picture, .tone = line.tone, .title = line.title, .note = line.note,
                        .figure = line.figure});
}

void draw_step(Ui& ui, const Rect& row, const Line& line)
{
    Rect in{row.inset(gap_m, 0.0F)};
    in.cut_left(52.0F); // Under the titles.
    ui.canvas.text(in.cut_left(180.0F, gap_s), Type::body, ui.colour().ink_soft, line.title);
    ui.canvas.text(in.cut_right(200.0F, gap_s), Type::body, ui.colour().ink_faint, line.figure, Align::right);
    ui.canvas.text(in, Type::body, ui.colour().ink_faint, line.note);
}

void draw_lines(Page& page, Rect in, const std::vector<Line>& lines, std::string_view nothing)
{
    Ui& ui{page.ui};
    if (lines.empty()) {
        ui.canvas.text(in.cut_top(48.0F), Type::body, ui.colour().ink_faint, nothing);
        return;
    }
    float content{0.0F};
    for (const Line& line : lines) content += height_of(line);
    const float offset{page.memory.list.update(ui, in, content)};
    {
        const Clip clip{in};
        float y{in.y - offset};
        for (const Line& line : lines) {
            const Rect row{in.x, y, in.w, height_of(line)};
            y += row.h;
            if (row.bottom() < in.y || row.y > in.bottom()) continue;
            if (line.is_step) draw_step(ui, row, line);
            else draw_line(ui, row, line);
        }
    }
    scroll_mark(ui.canvas, in, offset, content);
}

std::vector<Line> point_lines(const Page& page)
{
    const Ui& ui{page.ui};
    std::vector<Line> lines;
    for (const PointsLotView& lot : page.own.lots) {
        const std::string until{lot.expires_on.empty() ? std::string{ui.word("own.stays")}
                                                       : ui.word("own.until", page.day(lot.expires_on))};
        const std::string from{lot.matures_on.empty() ? std::string{}
                                                      : ui.word("own.from", page.day(lot.matures_on))};
        lines.push_back({icon::stars, Tone::gold, ui.word("own.lot", count_text(lot.points)), dotted({until, from}),
                         {}});
    }
    if (const Money stored{page.own.member.stored}; !stored.is_zero())
        lines.push_back({icon::account_balance_wallet, Tone::primary, std::string{ui.word("tender.stored_value")}, {},
                         money_text(stored)});
    for (const HeldCouponView& coupon : page.own.member.coupons) {
        const std::string& name{name_in(ui.words, coupon.name, coupon.name_en)};
        const std::string until{coupon.valid_to.empty() ? std::string{}
                                                        : ui.word("own.until", page.day(coupon.valid_to))};
        lines.push_back({icon::card_giftcard, Tone::save, name.empty() ? coupon.promotion : name,
                         dotted({coupon.code, until}), {}});
    }
    return lines;
}

std::string state_name(const Ui& ui, OrderState state)
{
    return std::string{ui.word("order_state." + std::string{word_of(state)})};
}

// How it came to where it is; what the shops did among themselves in between is no news to her.
void add_course(const Page& page, const OrderDetail& order, std::vector<Line>& lines)
{
    std::optional<OrderState> before;
    for (const OrderDetail::Step& step : order.history) {
        if (before == step.state) continue;
        before = step.state;
        const bool on_its_way{step.state == OrderState::shipped && !order.tracking.empty()};
        const bool by_runner{order.carrier == own_carrier};
        const std::string carrier{by_runner ? page.ui.word("order.runner", order.tracking)
                                            : dotted({order.carrier, order.tracking})};
        lines.push_back({.title = state_name(page.ui, step.state), .note = on_its_way ? carrier : std::string{},
                         .figure = page.moment(step.at_ms), .is_step = true});
    }
}

// What she was promised, and the result as it was written to her; the other answers are the shop's own.
void add_complaints(const Page& page, std::vector<Line>& lines)
{
    const Ui& ui{page.ui};
    for (const ComplaintView& one : page.own.member.complaints) {
        const Complaint& complaint{one.what.complaint};
        const std::string matter{ui.word("matter." + std::string{word_of(complaint.matter)})};
        lines.push_back({icon::error, Tone::info, dotted({matter, complaint.about}),
                         page.moment(complaint.opened_at_ms), {}});
        for (const auto& [duty, word] : guitai::Words<ComplaintDuty>::all) {
            const ComplaintAnswer* const answer{one.what.answer_to(duty)};
            if (duty == ComplaintDuty::archive || (answer == nullptr && !one.next)) continue;
            const bool is_result{answer != nullptr && duty == ComplaintDuty::result};
            lines.push_back({.title = std::string{ui.word("duty." + std::string{word})},
                             .note = is_result ? answer->words : std::string{},
                             .figure = answer != nullptr
                                           ? page.moment(answer->at_ms)
                                           : ui.word("complaint.by", page.moment(due_at(complaint, duty))),
                             .is_step = true});
        }
    }
}

std::vector<Line> order_lines(const Page& page)
{
    const Ui& ui{page.ui};
    std::vector<Line> lines;
    add_complaints(page, lines);
    for (const OrderDetail& order : page.own.orders) {
        const OrderBrief& brief{order.brief};
        const bool promises{!brief.promise_date.empty() && !is_over(brief.state)};
        const std::string promised{promises ? ui.word("order.promised", page.day(brief.promise_date)) : std::string{}};
        lines.push_back({icon::local_shipping, Tone::info, dotted({brief.name, variant_in(ui.words, brief.variant)}),
                         dotted({brief.order.text, promised}), state_name(ui, brief.state)});
        add_course(page, order, lines);
    }
    for (const Purchase& bought : page.own.member.last_purchases) {
        lines.push_back({icon::shopping_bag, Tone::plain, dotted({bought.name, variant_in(ui.words, bought.variant)}),
                         page.moment(bought.at_ms), money_text(bought.total)});
    }
    return lines;
}

std::vector<Line> access_lines(const Page& page)
{
    const Ui& ui{page.ui};
    std::vector<Line> lines;
    for (const AccessView& access : page.own.accesses) {
        const bool herself{access.staff.empty()};
        const std::string who{herself ? std::string{ui.word("own.you")} : access.staff.text};
        const std::string role{herself ? std::string{} : std::string{ui.word("role." + std::string{word_of(
                                                             access.role)})}};
        const std::string where{access.store.empty() ? std::string{ui.word("own.head_office")} : access.store.text};
        const bool bad{access.access == FileAccess::refused || access.access == FileAccess::tried};
        lines.push_back({bad ? icon::block : icon::visibility, bad ? Tone::danger : Tone::plain,
                         std::string{ui.word("access." + std::string{word_of(access.access)})},
                         dotted({who, role, where}), page.moment(access.at_ms)});
    }
    return lines;
}

ConsentAnswer answer_to(const Page& page, ConsentChannel channel)
{
    for (const Consent& consent : page.own.member.consents) {
        if (consent.purpose == page.memory.purpose && consent.channel == channel) return consent.answer;
    }
    return ConsentAnswer::none;
}

void draw_consent(Page& page, ConsentChannel channel, Rect row)
{
    Ui& ui{page.ui};
    const std::string name{word_of(channel)};
    const ConsentAnswer answer{answer_to(page, channel)};
    const bool once{answer == ConsentAnswer::yes};
    const bool agreed{once || answer == ConsentAnswer::confirmed};
    const auto say = [&](const Rect& at, const char* id, Kind kind, ConsentAnswer said) {
        if (button(ui, std::string{"own.consent."} + id + "/" + name, at,
                   {.kind = kind, .label = ui.word(std::string{"own."} + id)}))
            page.commands.push(AnswerConsent{page.own.member.profile.member.text, page.memory.purpose, channel, said});
    };
    const Rect right{row.cut_right(170.0F, gap_s)};
    if (once) say(row.cut_right(170.0F, gap_s), "confirm", Kind::tinted, ConsentAnswer::confirmed);
    if (agreed) say(right, "withdraw", Kind::danger, ConsentAnswer::no);
    else say(right, "agree", Kind::plain, ConsentAnswer::yes);
    const Rect what{row.cut_left(std::min(row.w * 0.4F, 150.0F), gap_s)};
    ui.canvas.text(what, Type::strong, ui.colour().ink, ui.word("consent.channel." + name));
    ui.canvas.text(row, Type::body, agreed ? ui.colour().primary : ui.colour().ink_soft,
                   ui.word("consent.is." + std::string{word_of(answer)}));
}

void draw_consents(Page& page, Rect in)
{
    Ui& ui{page.ui};
    Rect chips{in.cut_top(44.0F, gap_m)};
    for (const auto& [purpose, word] : guitai::Words<ConsentPurpose>::all) {
        const std::string text{ui.word("consent.purpose." + std::string{word})};
        const Rect at{chips.cut_left(chip_width(ui.canvas, text), gap_s)};
        if (chip(ui, "own.purpose/" + std::string{word}, at, text, purpose == page.memory.purpose))
            page.memory.purpose = purpose;
    }
    ui.canvas.paragraph(in.cut_top(52.0F, gap_s), Type::body, ui.colour().ink_soft,
                        ui.word("consent.wording." + std::string{word_of(page.memory.purpose)}), 2);
    for (const auto& [channel, word] : guitai::Words<ConsentChannel>::all) {
        if (in.h < 52.0F) break;
        draw_consent(page, channel, in.cut_top(52.0F, gap_s));
    }
}

void draw_head(Page& page, Rect& in)
{
    Ui& ui{page.ui};
    Canvas& c{ui.canvas};
    const MemberView& her{page.own.member};
    Rect head{in.cut_top(72.0F, gap_m)};
    const Rect done{head.cut_right(180.0F)};
    if (button(ui, "own.done", done, {.kind = Kind::main, .icon = icon::check, .label = ui.word("own.done"),
                                      .type = Type::title})) {
        page.memory = {};
        page.commands.push(CloseFile{});
        return;
    }
    c.text({head.x, head.y, head.w - gap_m, 40.0F}, Type::headline, ui.colour().ink,
           ui.word("own.greeting", addressed(her.profile.name, her.profile.form_of_address)));
    c.text({head.x, head.y + 40.0F, head.w - gap_m, 28.0F}, Type::body, ui.colour().ink_soft,
           dotted({tier_name(ui.words, her.profile.tier), phone_text(her.profile.phone),
                   her.paying_until.empty() ? std::string{} : ui.word("fee.until", page.day(her.paying_until))}));
}

void draw_figures(Page& page, const Rect& row)
{
    Ui& ui{page.ui};
    const MemberView& her{page.own.member};
    const auto figure = [&](int at, std::string_view name, std::string_view value, std::string_view line) {
        const Rect box{row.cell(at, 3, 0, 1, gap_tile)};
        ui.canvas.card(box);
        Rect in{box.inset(gap_m, gap_tile)};
        ui.canvas.text(in.cut_top(26.0F), Type::body, ui.colour().ink_soft, name);
        ui.canvas.text(in.cut_top(38.0F), Type::headline, ui.colour().ink, value);
        ui.canvas.text(in.cut_top(26.0F), Type::body, ui.colour().ink_soft, line);
    };
    const PointsView& points{her.points};
    figure(0, ui.word("own.points"), count_text(points.balance),
           points.pending > 0 ? ui.word("member.pending_line", count_text(points.pending)) : std::string{});
    const bool expires{points.next_expiry_points > 0};
    figure(1, ui.word("member.next_expiry"), expires ? count_text(points.next_expiry_points) : "—",
           expires ? page.day(points.next_expiry_on) : std::string{ui.word("member.no_expiry")});
    const bool higher{her.tier && !her.tier->next.empty()};
    figure(2, ui.word("own.tier"), tier_name(ui.words, her.profile.tier),
           higher ? ui.word("member.tier_next", count_text(her.tier->missing), tier_name(ui.words, her.tier->next))
                  : std::string{});
}

// What she may do with what is kept of her.
void draw_rights(Page& page, const Rect& row)
{
    Ui& ui{page.ui};
    const auto& asked = page.own.asked;
    const auto has_asked = [&](PrivacyWish wish) { return std::find(asked.begin(), asked.end(), wish) != asked.end(); };
    if (button(ui, "own.password", row.cell(0, 3, 0, 1, gap_tile),
               {.icon = icon::lock, .label = ui.word("own.change_password")})) {
        page.memory.step = OwnMemory::Step::old_password;
        page.memory.digits.clear();
        page.memory.done.clear();
    }
    const bool copy{has_asked(PrivacyWish::copy)};
    if (button(ui, "own.copy", row.cell(1, 3, 0, 1, gap_tile),
               {.icon = icon::receipt_long, .label = ui.word(copy ? "own.copy_asked" : "own.copy"), .enabled = !copy}))
        page.commands.push(AskPrivacy{PrivacyWish::copy});
    const bool erase{has_asked(PrivacyWish::erasure)};
    if (button(ui, "own.erase", row.cell(2, 3, 0, 1, gap_tile),
               {.kind = Kind::danger, .icon = icon::delete_icon,
                .label = ui.word(erase ? "own.erase_asked" : "own.erase"), .enabled = !erase}))
        page.memory.sure = true;
}

void draw_are_you_sure(Page& page)
{
    if (!page.memory.sure) return;
    Ui& ui{page.ui};
    Sheet sheet{ui, "own.sure", {std::min(520.0F, ui.page.w - 2.0F * page_margin), 320.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("own.erase_title")) || sheet.dismissed()) page.memory.sure = false;
    const Rect go{in.cut_bottom(touch_main, gap_m)};
    ui.canvas.paragraph(in, Type::body, ui.colour().ink_soft, ui.word("own.erase_line"), 4);
    if (button(ui, "own.erase_yes", go, {.kind = Kind::danger, .label = ui.word("own.erase_yes")})) {
        page.commands.push(AskPrivacy{PrivacyWish::erasure});
        page.memory.sure = false;
    }
}

} // namespace

void draw_own_page(const TillView& view, const OwnFileView& own, OwnMemory& memory, Ui& ui, Commands& commands)
{
    Page page{view, own, memory, ui, commands};
    Rect in{ui.page.inset(40.0F, 32.0F)};
    draw_head(page, in);
    if (!memory.is_open()) return;
    // Every channel of a consent has a row of its own: they need the room.
    if (memory.tab != OwnMemory::consents) draw_figures(page, in.cut_top(120.0F, gap_m));
    const std::array<std::string_view, 4> tabs{ui.word("own.tab_points"), ui.word("own.tab_orders"),
                                               ui.word("own.tab_consents"), ui.word("own.tab_accesses")};
    if (const int tapped{segmented(ui, "own.tab", in.cut_top(56.0F, gap_m), tabs, memory.tab)}; tapped >= 0) {
        memory.tab = tapped;
        memory.list = {};
    }
    draw_rights(page, in.cut_bottom(60.0F, gap_m));
    switch (memory.tab) {
    case OwnMemory::points: draw_lines(page, in, point_lines(page), ui.word("own.no_points")); break;
    case OwnMemory::orders: draw_lines(page, in, order_lines(page), ui.word("own.no_orders")); break;
    case OwnMemory::accesses: draw_lines(page, in, access_lines(page), ui.word("own.no_accesses")); break;
    default: draw_consents(page, in); break;
    }
    draw_are_you_sure(page);
}

} // namespace guitai::ui
