#include "terminal/ui/screens/customer_screen.hpp"

#include "sync/events/time.hpp"
#include "terminal/ui/phrases.hpp"
#include "terminal/ui/screens/feeling_card.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/member_strip.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

constexpr float picture_side{80.0F};
constexpr float line_gap{20.0F};
constexpr float reason_height{26.0F};
constexpr ImU32 on_green{rgb(0xFFFFFF)};
constexpr ImU32 soft_on_green{rgb(0xD5EBE3)};
constexpr ImU32 green_top{rgb(0x0C7A5F)};
constexpr ImU32 green_bottom{rgb(0x063B2E)};

std::string greeting(const TillView& view, const Ui& ui)
{
    if (!view.cart.member || view.cart.member->profile.name.empty()) return std::string{ui.word("customer.welcome")};
    const MemberView& member{*view.cart.member};
    return ui.word(member.birthday_today ? "customer.birthday" : "customer.greeting", member.profile.name);
}

void draw_head(const TillView& view, Ui& ui, Rect& in)
{
    Canvas& c{ui.canvas};
    c.text(in.cut_top(38.0F, gap_s), Type::headline, ui.colour().ink, greeting(view, ui));
    std::string line{view.shop.name};
    if (view.session.staff) line += " · " + ui.word("customer.served_by", view.session.staff->name.text);
    if (view.shop.test) line += " · " + std::string{ui.word("app.test")};
    c.text(in.cut_top(24.0F, line_gap), Type::body, ui.colour().ink_soft, line);
}

std::string why_words(const Ui& ui, const PriceReason& reason)
{
    std::string why{reason_words(ui.words, reason)};
    if (!reason.amount.is_zero()) why += "  " + money_text(-reason.amount);
    return why;
}

float line_height(const CartLineView& line)
{
    const float texts{58.0F + reason_height * static_cast<float>(line.why.size())};
    return std::max(texts, picture_side) + line_gap;
}

void draw_line(Ui& ui, Rect at, const CartLineView& line)
{
    Canvas& c{ui.canvas};
    const Palette& p{ui.colour()};
    const Rect picture{at.cut_left(picture_side, gap_l - gap_xs)};
    goods_picture(ui, {picture.x, picture.y, picture_side, picture_side},
                  look_of(line.picture, line.category, line.name, line.colour), radius_m, ImDrawFlags_RoundCornersAll);
    Rect first{at.cut_top(30.0F)};
    const std::string total{money_text(line.total)};
    const Rect amount{first.cut_right(c.width(Type::title, total) + 2.0F, gap_m)};
    c.text(amount, Type::title, line.total.is_negative() ? p.danger : p.ink, total, Align::right);
    c.text(first, Type::title, p.ink, name_in(ui.words, line.name, line.name_en));
    std::string second{variant_in(ui.words, line.colour, line.size)};
    if (line.quantity != Quantity::pieces(1)) second += (second.empty() ? "× " : " · × ") + text_of(line.quantity);
    c.text(at.cut_top(28.0F), Type::body, p.ink_soft, second);
    for (const PriceReason& reason : line.why) {
        Rect row{at.cut_top(reason_height)};
        const bool saves{!reason.amount.is_negative()};
        const ImU32 ink{saves ? p.save : p.ink_soft};
        c.icon(row.cut_left(20.0F, gap_s).middle(), icon::local_offer, ink, 20.0F);
        c.text(row, Type::body, ink, why_words(ui, reason));
    }
}

// The last lines: what was just scanned is what the customer looks for.
void draw_lines(const TillView& view, Ui& ui, Rect in)
{
    const std::vector<CartLineView>& lines{view.cart.lines};
    float tall{0.0F};
    std::size_t first{lines.size()};
    const float room{in.h - reason_height - gap_s};
    while (first > 0 && tall + line_height(lines[first - 1]) <= room) tall += line_height(lines[--first]);
    if (first > 0) {
        ui.canvas.text(in.cut_top(reason_height, gap_s), Type::body, ui.colour().ink_soft,
                       ui.word("customer.line_count", first));
    }
    for (std::size_t at{first}; at < lines.size(); ++at) draw_line(ui, in.cut_top(line_height(lines[at])), lines[at]);
}

void draw_goods(const TillView& view, Ui& ui, Rect in)
{
    constexpr int across{3};
    constexpr float two_rows_min{360.0F};
    const int down{in.h < two_rows_min ? 1 : 2};
    Canvas& c{ui.canvas};
    const auto shown = std::min(view.catalogue.tiles.size(), static_cast<std::size_t>(across * down));
    for (std::size_t i{0}; i < shown; ++i) {
        const StyleTile& tile{view.catalogue.tiles[i]};
        const int n{static_cast<int>(i)};
        Rect box{in.cell(n % across, across, n / across, down, gap_m)};
        c.card(box);
        const Rect words{box.cut_bottom(72.0F)};
        goods_picture(ui, box, look_of(tile.picture, tile.category, tile.name, tile.first_colour), radius_m,
                      ImDrawFlags_RoundCornersTop);
        Rect text{words.inset(gap_m, gap_s)};
        c.text(text.cut_top(28.0F), Type::strong, ui.colour().ink, name_in(ui.words, tile.name, tile.name_en));
        c.text(text.cut_top(28.0F), Type::body, ui.colour().ink_soft, money_text(tile.price));
    }
}

void draw_points(const TillView& view, Ui& ui, Rect& in, std::string_view key, std::int64_t earned,
                 std::int64_t balance)
{
    if (earned == 0 && balance == 0) return;
    Canvas& c{ui.canvas};
    c.rule(in.x, in.right(), in.y, faded(on_green, 0.3F));
    in.cut_top(gap_l);
    Rect row{in.cut_top(32.0F, gap_xs)};
    c.icon(row.cut_left(28.0F, gap_tile).middle(), icon::stars, rgb(0xF2C464), 28.0F);
    c.text(row, Type::strong, on_green, ui.word(key, count_text(earned)));
    const bool higher{view.cart.member && view.cart.member->tier && !view.cart.member->tier->next.empty()};
    Rect below{in.cut_top(28.0F, higher ? gap_xs : gap_l)};
    below.cut_left(28.0F, gap_tile);
    std::string line{ui.word("customer.balance", count_text(balance))};
    const bool expires{view.cart.member && view.cart.member->points.next_expiry_points > 0};
    if (expires) {
        const PointsView& points{view.cart.member->points};
        line += " · " + ui.word("customer.expiry", count_text(points.next_expiry_points),
                                date_text(ui.words, points.next_expiry_on,
                                          iso_date(view.now_ms, view.shop.utc_offset_minutes)));
    }
    c.text(below, Type::body, soft_on_green, line);
    if (!higher) return;
    const TierStanding& tier{*view.cart.member->tier};
    Rect next{in.cut_top(28.0F, gap_l)};
    next.cut_left(28.0F, gap_tile);
    c.text(next, Type::body, soft_on_green,
           ui.word("member.tier_next", count_text(tier.missing), tier_name(ui.words, tier.next)));
}

void draw_amount(Ui& ui, Rect& in, std::string_view caption, Money amount, const std::string& note)
{
    Canvas& c{ui.canvas};
    c.text(in.cut_top(32.0F, gap_xs), Type::strong, soft_on_green, caption);
    c.text(in.cut_top(80.0F, gap_s), Type::hero, on_green, money_text(amount));
    c.text(in.cut_top(28.0F, gap_l), Type::body, soft_on_green, note);
}

// The line is down: her phone fetches the points.
void draw_carry(CustomerMemory& memory, Ui& ui, Rect in, const std::string& link)
{
    const Rect words{in.cut_bottom(32.0F, gap_tile)};
    const float side{std::min({in.w, in.h, 420.0F})};
    draw_square_code(ui, in.centred(side, side), memory.code, link);
    ui.canvas.text(words, Type::body, on_green, ui.word("customer.carry"), Align::centre);
}

void draw_to_pay(const TillView& view, Ui& ui, Rect in)
{
    const CartView& cart{view.cart};
    const bool partly{!view.payment.tenders.empty() || !cart.redeem.worth.is_zero()};
    const Money amount{partly ? cart.due : cart.total};
    const bool back{amount.is_negative()};
    std::string note{ui.word("customer.pieces", cart.pieces)};
    // What comes back takes its discount along: that is no saving.
    if (cart.discount > Money{}) note += " · " + ui.word("customer.saved", money_text(cart.discount));
    draw_amount(ui, in, ui.word(back ? "customer.back" : partly ? "customer.still" : "customer.to_pay"),
                back ? -amount : amount, note);
    if (!cart.redeem.worth.is_zero()) {
        ui.canvas.text(in.cut_top(28.0F, gap_s), Type::body, on_green,
                       ui.word("customer.points_paid", count_text(cart.redeem.points), money_text(-cart.redeem.worth)));
    }
    for (const ServiceLineView& one : cart.services) {
        ui.canvas.text(in.cut_top(28.0F, gap_s), Type::body, on_green,
                       dotted({name_in(ui.words, one.name, one.name_en),
                               ui.word("service.points", count_text(one.points))}));
    }
    for (const HintView& hint : cart.unlock) {
        ui.canvas.text(in.cut_top(28.0F, gap_s), Type::body, on_green, hint_words(ui.words, hint));
    }
    if (cart.member) {
        draw_points(view, ui, in, "customer.will_earn", cart.points_earned, cart.member->points.balance);
    }
}

void draw_done(const TillView& view, CustomerMemory& memory, Ui& ui, Rect in, const SaleDone& done)
{
    const bool change{!done.change.is_zero()};
    std::string note{done.receipt.text};
    if (change) note += " · " + std::string{ui.word("customer.paid")} + " " + money_text(done.given);
    const bool back{done.total.is_negative()};
    const Money amount{change ? done.change : back ? -done.total : done.total};
    draw_amount(ui, in, ui.word(change ? "customer.change" : back ? "customer.paid_back" : "customer.paid"), amount,
                note);
    if (done.points_earned != 0) {
        draw_points(view, ui, in, "customer.earned", done.points_earned, done.points_balance);
    }
    if (done.qr.empty()) return;
    const Rect words{in.cut_bottom(32.0F, gap_tile)};
    const float side{std::min({in.w, in.h, 320.0F})};
    draw_square_code(ui, in.centred(side, side), memory.code, done.qr);
    ui.canvas.text(words, Type::body, on_green, ui.word("customer.receipt_qr"), Align::centre);
}

constexpr float own_entry_width{200.0F};

// The way to her own page, for a finger on this glass.
void draw_own_entry(const TillView& view, CustomerMemory& memory, Ui& ui, const Rect& box)
{
    if (!button(ui, "customer.own", box, {.icon = icon::person, .label = ui.word("customer.own")})) return;
    if (view.cart.member && view.cart.member->keys.has_password) memory.own.begin(*view.cart.member);
    else memory.own.begin();
}

void draw_idle(const TillView& view, Ui& ui, Rect in)
{
    Canvas& c{ui.canvas};
    const Rect middle{in.centred(in.w, 160.0F)};
    c.icon({middle.mid_x(), middle.y + 24.0F}, icon::storefront, on_green, 40.0F);
    c.text({middle.x, middle.y + 64.0F, middle.w, 40.0F}, Type::headline, on_green, view.shop.name, Align::centre);
    c.text({middle.x, middle.y + 112.0F, middle.w, 28.0F}, Type::body, soft_on_green, ui.word("customer.welcome"),
           Align::centre);
}

} // namespace

void draw_customer(const TillView& view, CustomerMemory& memory, Ui& ui, Commands& commands)
{
    if (memory.own.is_open()) return draw_own(view, memory.own, ui, commands);
    Canvas& c{ui.canvas};
    Rect page{ui.page};
    Rect side{page.cut_right(page.w * 0.4F)};
    c.fill(ui.page, ui.colour().canvas, 0.0F);
    c.fade(side, green_top, green_bottom);
    Rect in{page.inset(40.0F, 36.0F)};
    side = side.inset(48.0F, 44.0F);
    const bool done{view.payment.done.has_value()};
    if (done) {
        c.text(in.cut_top(38.0F, gap_s), Type::headline, ui.colour().ink, ui.word("customer.thanks"));
        c.text(in.cut_top(24.0F, line_gap), Type::body, ui.colour().ink_soft, view.shop.name);
        const Rect card{in.cut_bottom(feeling_card_height, gap_m)};
        draw_goods(view, ui, in);
        if (const auto feeling = draw_feeling_card(ui, card, *view.payment.done)) {
            commands.push(RateFeeling{view.payment.done->receipt, *feeling});
        }
        draw_done(view, memory, ui, side, *view.payment.done);
        return;
    }
    draw_head(view, ui, in);
    draw_own_entry(view, memory, ui, {in.right() - own_entry_width, in.y - 74.0F, own_entry_width, 52.0F});
    if (view.cart.lines.empty()) {
        draw_goods(view, ui, in);
        draw_idle(view, ui, side);
        return;
    }
    draw_lines(view, ui, in);
    const std::string& link{view.cart.redeem.phone_link};
    if (link.empty()) draw_to_pay(view, ui, side);
    else draw_carry(memory, ui, side, link);
}

} // namespace guitai::ui
