#include "terminal/ui/screens/club_sheets.hpp"

#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/tender_cards.hpp"

#include <algorithm>
#include <array>

namespace guitai::ui {
namespace {

constexpr std::array<std::string_view, 3> reasons{"fee.reason_leaves", "fee.reason_unhappy", "fee.reason_other"};

std::string day(const Scene& scene, const std::string& iso) { return date_text(scene.ui.words, iso, scene.today()); }

void draw_fee_done(Scene& scene, const FeeDoneView& done, const Rect& in)
{
    Ui& ui{scene.ui};
    const bool back{done.amount.is_negative()};
    const std::string title{back ? ui.word("fee.gave_back", money_text(-done.amount))
                                 : ui.word("fee.done", money_text(done.amount))};
    const std::string note{back ? ui.word("fee.gave_back_note", count_text(-done.points))
                                : ui.word("fee.done_note", count_text(done.points), day(scene, done.paid_until))};
    empty_state(scene.canvas(), in, icon::check_circle, title, note);
}

// The last fee of hers that did not go back; null: there is none.
const FeeView* fee_to_give_back(const MemberView& member)
{
    const auto found = std::find_if(member.fees.begin(), member.fees.end(),
                                    [](const FeeView& fee) { return !fee.refunded; });
    return found == member.fees.end() ? nullptr : &*found;
}

void draw_whose(Scene& scene, const MemberView& member, Rect& in)
{
    const std::string until{member.paying_until.empty()
                                ? std::string{}
                                : scene.ui.word("fee.until", day(scene, member.paying_until))};
    figure_row(scene.canvas(), in.cut_top(30.0F, gap_s), member.profile.name, until, scene.colour().ink);
}

void draw_paying(Scene& scene, FeeMemory& memory, const MemberView& member, Rect in)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    const MembershipRules& rules{scene.view.payment.membership};
    figure_row(c, in.cut_top(30.0F), ui.word("fee.fee"), money_text(rules.fee), scene.colour().ink);
    figure_row(c, in.cut_top(30.0F), ui.word("fee.brings"), count_text(rules.points), scene.colour().gold);
    figure_row(c, in.cut_top(30.0F, gap_m), ui.word("fee.months"), ui.word("fee.months_count", rules.months),
               scene.colour().ink_soft);
    draw_counter_tenders(scene, "fee.tender", in.cut_top(52.0F, gap_m), memory.tender);
    const Rect go{in.cut_bottom(touch_main, gap_m)};
    if (button(ui, "fee.go", go,
               {.kind = Kind::main, .icon = icon::payments, .label = ui.word("fee.go", money_short(rules.fee)),
                .enabled = !rules.fee.is_zero(), .type = Type::title})) {
        scene.push(PayMembership{member.profile.member.text, memory.tender});
        memory.sent = true;
    }
    if (fee_to_give_back(member) == nullptr) return;
    if (button(ui, "fee.back", in.cut_bottom(touch_min, gap_m), {.icon = icon::undo, .label = ui.word("fee.back")}))
        memory.giving_back = true;
}

void draw_giving_back(Scene& scene, FeeMemory& memory, const MemberView& member, const FeeView& fee, Rect in)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    figure_row(c, in.cut_top(30.0F), dotted({fee.fee, day(scene, fee.paid_on)}), money_text(fee.amount),
               scene.colour().ink);
    figure_row(c, in.cut_top(30.0F, gap_m), ui.word("fee.brings"), count_text(fee.points), scene.colour().ink_soft);
    c.paragraph(in.cut_top(78.0F, gap_m), Type::body, scene.colour().ink_soft, ui.word("fee.back_hint"), 3);
    c.text(in.cut_top(28.0F, gap_s), Type::caption, scene.colour().ink_soft, ui.word("fee.needs_reason"));
    const Rect row{in.cut_top(48.0F, gap_m)};
    for (int i{0}; i < static_cast<int>(reasons.size()); ++i) {
        const std::string_view word{ui.word(reasons[static_cast<std::size_t>(i)])};
        const Rect at{row.cell(i, static_cast<int>(reasons.size()), 0, 1, gap_s)};
        if (chip(ui, "fee.reason/" + std::to_string(i), at, word, memory.reason == i)) memory.reason = i;
    }
    const bool asking{scene.view.payment.asking_fee};
    const std::string_view label{ui.word(asking ? "points.asking" : "fee.back_go")};
    if (!button(ui, "fee.back_go", in.cut_bottom(touch_main, gap_m),
                {.kind = Kind::danger, .icon = icon::undo, .label = label,
                 .enabled = !asking && memory.reason >= 0, .type = Type::title}))
        return;
    scene.push(RefundMembership{member.profile.member.text, fee.fee,
                                std::string{ui.word(reasons[static_cast<std::size_t>(memory.reason)])}});
    memory.sent = true;
}

std::string note_of(const Scene& scene, const ServiceOfferView& offer)
{
    std::string needs;
    for (const std::string& need : offer.needs) needs += (needs.empty() ? "" : ", ") + need;
    const std::string with{scene.ui.word("service.needs", needs)};
    return offer.refusal.empty() ? with : scene.ui.word(offer.refusal, offer.detail);
}

} // namespace

bool draw_fee(Scene& scene, FeeMemory& memory)
{
    Ui& ui{scene.ui};
    Sheet sheet{ui, "fee", {480.0F, 560.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("fee.title")) || sheet.dismissed()) return false;
    draw_banner(scene, in);
    if (const auto& done = scene.view.payment.fee_done; memory.sent && done) {
        draw_fee_done(scene, *done, in);
        return true;
    }
    const auto& member = scene.view.cart.member;
    if (!member) return memory.sent;
    draw_whose(scene, *member, in);
    const FeeView* const fee{fee_to_give_back(*member)};
    if (memory.giving_back && fee != nullptr) draw_giving_back(scene, memory, *member, *fee, in);
    else draw_paying(scene, memory, *member, in);
    return true;
}

bool draw_services(Scene& scene, ServicesMemory& memory)
{
    Ui& ui{scene.ui};
    const auto& offers = scene.view.services;
    const std::size_t on_ticket{scene.view.cart.services.size()};
    if (memory.sent && on_ticket > memory.before) return false; // It stands on the ticket.
    Sheet sheet{ui, "services", {620.0F, 620.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("service.title")) || sheet.dismissed()) return false;
    draw_banner(scene, in);
    if (offers.empty()) empty_state(scene.canvas(), in, icon::stars, ui.word("service.none"), {});
    const float content{row_height * static_cast<float>(offers.size())};
    const float offset{memory.scroll.update(ui, in, content)};
    const Clip clip{in};
    float y{in.y - offset};
    for (const ServiceOfferView& offer : offers) {
        const Rect row{in.x, y, in.w, row_height};
        y += row_height;
        const std::string figure{ui.word("service.points", count_text(offer.points))};
        if (!list_row(ui, "services/" + offer.service, row,
                      {.icon = icon::stars, .title = name_in(ui.words, offer.name, offer.name_en),
                       .note = note_of(scene, offer), .figure = figure, .opens = true}))
            continue;
        scene.push(AddService{offer.service});
        memory.sent = true;
        memory.before = on_ticket;
    }
    scroll_mark(scene.canvas(), in, offset, content);
    return true;
}

float services_height(const CartView& cart) { return service_row * static_cast<float>(cart.services.size()); }

void draw_service_rows(Scene& scene, Rect box)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    std::size_t at{0};
    for (const ServiceLineView& one : scene.view.cart.services) {
        Rect row{box.cut_top(service_row)};
        const Rect away{row.cut_right(service_row, gap_s)};
        const std::string name{name_in(ui.words, one.name, one.name_en)};
        c.icon(row.cut_left(20.0F, gap_s).middle(), icon::stars, p.gold, 18.0F);
        figure_row(c, row, name, ui.word("service.points", count_text(one.points)), p.gold);
        const Touch touch{touch_area(ui, "ticket.service/" + std::to_string(at++), away,
                                     {.enabled = scene.view.payment.tenders.empty(), .label = name})};
        c.icon(away.middle(), icon::close, p.ink_soft, 18.0F);
        if (touch.tapped) scene.push(RemoveService{one.service});
    }
}

} // namespace guitai::ui
