#include "terminal/store/readers/offers_reader.hpp"

#include "sync/pricing/read_promotions.hpp"
#include "terminal/store/purse_numbers.hpp"
#include "terminal/store/readers/journal_event.hpp"
#include "terminal/store/rows.hpp"

#include <fmt/format.h>

#include <utility>

namespace guitai {

// Asked before every price, so one look at the newest row must do while nothing has come.
std::shared_ptr<const pricing::Offers> OffersReader::in_force() const
{
    database::Statement newest{m_connection, "SELECT revision, part FROM promotions ORDER BY revision DESC, part DESC"
                                             " LIMIT 1"};
    if (!newest.step()) return nullptr;
    const Place place{newest.integer(0), newest.integer(1)};
    if (place == m_newest) return m_in_force;

    database::Statement revisions{m_connection, "SELECT DISTINCT revision FROM promotions ORDER BY revision DESC"};
    std::shared_ptr<const pricing::Offers> found;
    while (!found && revisions.step()) found = of(revisions.integer(0));
    m_in_force = std::move(found);
    m_newest = place;
    return m_in_force;
}

std::shared_ptr<const pricing::Offers> OffersReader::of(std::int64_t revision) const
{
    // Sold without promotions: nothing is missing.
    if (revision == 0) return {std::shared_ptr<const void>{}, &pricing::no_offers()};
    const auto known = m_read.find(revision);
    if (known != m_read.end()) return known->second;
    auto offers = read(revision);
    if (offers) m_read.emplace(revision, offers);
    return offers;
}

// Null while a part is still on its way, or where a later program's form can not be read.
std::shared_ptr<const pricing::Offers> OffersReader::read(std::int64_t revision) const
{
    database::Statement rows{m_connection, "SELECT parts, form FROM promotions WHERE revision = ?1 ORDER BY part"};
    rows.bind(1, revision);
    std::string form;
    std::int64_t here{0};
    std::int64_t parts{0};
    while (rows.step()) {
        parts = rows.integer(0);
        form += rows.text(1);
        ++here;
    }
    if (here == 0 || here != parts) return nullptr;
    auto book = pricing::read_promotions(form);
    return book ? std::make_shared<const pricing::Offers>(std::move(*book)) : nullptr;
}

std::optional<OfferReader::Coupon> OffersReader::coupon(std::string_view code) const
{
    database::Statement find{m_connection, "SELECT promotion, valid_from, valid_to, used_on FROM coupons"
                                           " WHERE code = ?1"};
    find.bind(1, code);
    if (!find.step()) return std::nullopt;
    Coupon coupon;
    coupon.held = {find.text(0), std::string{code}, pricing::parse_moment(find.text(1)),
                   pricing::parse_moment(find.text(2))};
    read_id(find, 3, coupon.used_on);
    return coupon;
}

std::vector<PromotionUse> OffersReader::uses(const MemberId& member) const
{
    database::Statement find{m_connection, fmt::format("SELECT promotion, SUM(times) FROM offer_uses WHERE member IN {}"
                                                       " AND times > 0 GROUP BY promotion ORDER BY promotion",
                                                       same_person)};
    find.bind(1, member.text);
    std::vector<PromotionUse> uses;
    while (find.step()) uses.push_back({find.text(0), find.integer(1), {}});
    return uses;
}

MemberId OffersReader::owner_of(std::string_view code) const
{
    database::Statement find{m_connection, "SELECT member FROM coupons WHERE code = ?1"};
    find.bind(1, code);
    return find.step() ? MemberId{find.text(0)} : MemberId{};
}

bool OffersReader::is_given_to_members(std::string_view promotion) const
{
    database::Statement find{m_connection, "SELECT number FROM benefit_rules"};
    const auto event = find.step() ? journal_event(m_journal, office_origin, find.integer(0)) : std::nullopt;
    const auto* rules = event ? std::get_if<BenefitsSet>(&event->body) : nullptr;
    if (rules == nullptr || promotion.empty()) return false;
    return rules->welcome.promotion == promotion || rules->birthday.promotion == promotion ||
           rules->inviter.promotion == promotion || rules->invited.promotion == promotion;
}

bool OffersReader::has_bought(const MemberId& member) const
{
    if (member.empty()) return false;
    database::Statement find{m_connection, fmt::format("SELECT 1 FROM sales WHERE member IN {} AND member <> ''"
                                                       " LIMIT 1",
                                                       same_person)};
    find.bind(1, member.text);
    return find.step();
}

} // namespace guitai
