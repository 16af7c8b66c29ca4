#include "terminal/app/counter_payment.hpp"

#include "terminal/app/view_parts.hpp"
#include "terminal/domain/tender.hpp"

namespace guitai {
namespace {

constexpr std::size_t reference_bytes_max{100};

} // namespace

Result<MemberProfile> customer_of(const Desk& desk, const std::string& phone_or_card, std::string_view needs_member)
{
    if (phone_or_card.empty()) {
        if (desk.state.member) return *desk.state.member;
        return refuse(std::string{needs_member});
    }
    if (auto found = desk.ports.members.find(phone_or_card)) return std::move(*found);
    return refuse("member.not_found", cut_to(phone_or_card, reference_bytes_max));
}

Result<TenderTaken> take_at_counter(const CounterOffer& offer, std::string_view bad_tender)
{
    if (!is_counter_tender(offer.tender)) {
        return refuse(std::string{bad_tender}, std::string{word_of(offer.tender)});
    }
    if (offer.amount <= Money{}) return refuse("pay.bad_amount", text_of(offer.amount));
    const Money given{offer.given.is_zero() ? offer.amount : offer.given};
    if (given < offer.amount) return refuse("pay.bad_amount", text_of(given));
    const bool cash{offer.tender == TenderKind::cash};
    if (given - offer.amount > (cash ? change_max : Money{})) return refuse("pay.too_much", text_of(given));
    TenderTaken taken;
    taken.tender = offer.tender;
    taken.amount = offer.amount;
    taken.given = given;
    taken.change = given - offer.amount;
    taken.reference = cut_to(offer.reference, reference_bytes_max);
    return taken;
}

Page begin_slip(const Desk& desk, const CounterSlip& slip)
{
    const WordOf words{desk.words()};
    const ShopView& shop{desk.state.view.shop};
    Page page{desk.ports.paper_columns};
    if (shop.test) page.centred(words("paper.test"));
    page.centred(shop.name);
    page.centred(words(slip.title));
    page.rule();
    page.pair(words("paper.number"), slip.number);
    page.pair(words("paper.date"), date_and_minute(desk.now_ms(), shop.utc_offset_minutes));
    page.pair(words("paper.staff"), desk.staff().text);
    page.pair(words(slip.customer), slip.whose);
    page.rule();
    return page;
}

void put_money(Page& page, const WordOf& words, const TenderTaken& taken)
{
    page.pair(words("tender." + std::string{word_of(taken.tender)}), text_of(taken.given));
    if (!taken.change.is_zero()) page.pair(words("paper.change"), text_of(taken.change));
}

PrintJob end_slip(const Page& page, const CounterSlip& slip, const TenderTaken& taken)
{
    PrintJob job;
    job.text = page.str();
    job.barcode = slip.number;
    job.open_drawer = taken.tender == TenderKind::cash;
    return job;
}

} // namespace guitai
