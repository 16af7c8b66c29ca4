#include "sync/office/console/event_words.hpp"

#include "sync/events/person.hpp"
#include "sync/office/content.hpp"
#include "sync/office/correct_points.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace guitai::office {
namespace {

struct About {
    const PageMaker& maker;
    PageData& row;

    void link(Area area, std::string_view place, const std::string& key) const
    {
        if (key.empty()) return;
        PageData& about{row.add("about")};
        about.set("text", key);
        if (maker.may(area)) about.add("link").set("to", fmt::format("/console/{}{}", place, escaped(key)));
    }
};

// By what an event has, not by which it is: a new kind is linked as soon as it is written.
template<typename Body>
void add_links(const About& about, const Body& body)
{
    if constexpr (requires { body.order.text; }) about.link(Area::orders, "orders/", body.order.text);
    if constexpr (requires { body.receipt.text; }) about.link(Area::sales, "sales/", body.receipt.text);
    if constexpr (requires { body.kept.text; body.merged.text; }) {
        about.link(Area::service, "service?q=", body.kept.text);
        about.link(Area::service, "service?q=", body.merged.text);
    }
    if constexpr (requires { body.place.text; }) about.link(Area::shops, "shops/", body.place.text);
    if constexpr (requires { body.style.text; }) about.link(Area::catalogue, "catalogue/", body.style.text);
    if constexpr (requires { body.store.text; }) about.link(Area::shops, "shops/", body.store.text);
}

// The few facts that a line has room for.
struct Facts {
    const PageMaker& maker;

    std::string operator()(const OrderAccepted& to) const
    {
        return fmt::format("{} · {}", to.source.text, to.promise_date);
    }
    std::string operator()(const OrderShipped& to) const { return fmt::format("{} {}", to.carrier, to.tracking); }
    std::string operator()(const OrderDeclined& to) const { return to.reason; }
    std::string operator()(const OrderCancelled& to) const { return to.reason; }
    std::string operator()(const OrderRefunded& to) const { return text_of(to.amount); }
    std::string operator()(const OrderCollected& to) const { return text_of(to.amount); }
    std::string operator()(const OrderPlaced& to) const
    {
        return fmt::format("{} {} × {} · {}", to.name, to.variant, text_of(to.quantity), text_of(to.total));
    }
    std::string operator()(const SaleCompleted& sale) const
    {
        std::vector<std::string> names;
        for (const SaleLine& line : sale.lines) names.push_back(line.name);
        return fmt::format("{} · {}", text_of(sale.total), fmt::join(names, "、"));
    }
    std::string operator()(const PointsPosted& posted) const
    {
        const std::string sum{fmt::format("{}{}", posted.points > 0 ? "+" : "", posted.points)};
        // Why somebody corrected them is for her own page.
        const bool by_hand{posted.subject.starts_with(correction_mark)};
        if (by_hand) return fmt::format("{} · {}", sum, maker.word("points.by_hand"));
        return fmt::format("{} · {} · {}", sum, word_or_itself(maker, "points.", std::string{word_of(posted.reason)}),
                           posted.subject);
    }
    std::string operator()(const StaffSet& set) const
    {
        return fmt::format("{} · {}{}", set.name.text, maker.word(fmt::format("role.{}", word_of(set.role))),
                           set.active ? "" : " · " + maker.word("people.retired"));
    }
    std::string operator()(const ItemsListed& listed) const
    {
        return fmt::format("{} {}", listed.items.size(), maker.word("catalogue.variants"));
    }
    std::string operator()(const StockMoved& moved) const
    {
        return fmt::format("{} · {}", word_or_itself(maker, "stock.", std::string{word_of(moved.reason)}),
                           moved.moves.size());
    }
    std::string operator()(const PromotionsSet& set) const
    {
        return fmt::format("{} {}", maker.word("promotions.revision"), set.revision);
    }
    std::string operator()(const MissRecorded& miss) const
    {
        return fmt::format("{} {} · {}", miss.colour, miss.size,
                           word_or_itself(maker, "miss.", std::string{word_of(miss.reason)}));
    }
    std::string operator()(const FeelingGiven& given) const
    {
        return maker.word(fmt::format("served.{}", word_of(given.feeling)));
    }
    std::string operator()(const ConsentGiven& given) const { return consent(given.consent); }
    std::string operator()(const ConsentTold& told) const { return consent(told.consent); }
    std::string operator()(const FileAccessed& to) const { return access(to.access, to.role); }
    std::string operator()(const FileAccessTold& to) const { return access(to.access, to.role); }
    std::string operator()(const PrivacyAsked& asked) const
    {
        return maker.word(fmt::format("wish.{}", word_of(asked.wish)));
    }
    std::string operator()(const PhoneCodeGiven& given) const
    {
        return fmt::format("{} {}", maker.word("tills.till"), given.till);
    }
    std::string operator()(const ValueLoaded& loaded) const { return text_of(loaded.taken.amount); }
    std::string operator()(const AccountPaid& paid) const { return text_of(paid.taken.amount); }
    std::string operator()(const AccountPosted& posted) const { return text_of(posted.amount); }
    template<typename Other>
    std::string operator()(const Other&) const
    {
        return {};
    }

    std::string consent(const Consent& one) const
    {
        return fmt::format("{} · {} · {}", maker.word(fmt::format("purpose.{}", word_of(one.purpose))),
                           maker.word(fmt::format("channel.{}", word_of(one.channel))),
                           maker.word(fmt::format("answer.{}", word_of(one.answer))));
    }
    std::string access(FileAccess how, Role role) const
    {
        return fmt::format("{} · {}", maker.word(fmt::format("access.{}", word_of(how))),
                           maker.word(fmt::format("role.{}", word_of(role))));
    }
};

} // namespace

void describe(const PageMaker& maker, PageData& row, const Event& event)
{
    const auto& body = static_cast<const AnyEvent&>(event.body);
    const About about{maker, row};
    std::visit([&about](const auto& one) { add_links(about, one); }, body);
    about.link(Area::service, "service?q=", person_of(event.body).text);
    row.set("detail", std::visit(Facts{maker}, body));
}

} // namespace guitai::office
