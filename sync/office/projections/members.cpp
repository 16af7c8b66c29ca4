#include "sync/office/projections/members.hpp"

#include "sync/events/profile_part.hpp"
#include "sync/events/time.hpp"
#include "sync/purses/owners.hpp"

#include <fmt/format.h>

#include <map>

namespace guitai::office {
namespace {

constexpr std::string_view profile_columns{
    "member, phone, name, reading, form_of_address, tier, birthday, usual_size, note, card, joined_on,"
    " account_limit_minor, first_bought_on, tier_until, account, generation, referred_by, merged_into,"
    " monthly_use, payday"};

void put_profile(database::Connection& connection, const MemberProfile& profile)
{
    database::Statement{
        connection, fmt::format("INSERT INTO members ({}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,"
                                " ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20) ON CONFLICT (member) DO UPDATE SET"
                                " phone = excluded.phone, name = excluded.name, reading = excluded.reading,"
                                " form_of_address = excluded.form_of_address, tier = excluded.tier,"
                                " birthday = excluded.birthday, usual_size = excluded.usual_size,"
                                " note = excluded.note, card = excluded.card, joined_on = excluded.joined_on,"
                                " account_limit_minor = excluded.account_limit_minor,"
                                " first_bought_on = excluded.first_bought_on, tier_until = excluded.tier_until,"
                                " account = excluded.account, generation = excluded.generation,"
                                " referred_by = excluded.referred_by, merged_into = excluded.merged_into,"
                                " monthly_use = excluded.monthly_use, payday = excluded.payday",
                                profile_columns)}
        .bind(1, profile.member.text)
        .bind(2, profile.phone)
        .bind(3, profile.name)
        .bind(4, profile.reading)
        .bind(5, profile.form_of_address)
        .bind(6, profile.tier)
        .bind(7, profile.birthday)
        .bind(8, profile.usual_size)
        .bind(9, profile.note)
        .bind(10, profile.card)
        .bind(11, profile.joined_on)
        .bind(12, profile.account_limit.minor())
        .bind(13, profile.first_bought_on)
        .bind(14, profile.tier_until)
        .bind(15, profile.account)
        .bind(16, word_of(profile.generation))
        .bind(17, profile.referred_by.text)
        .bind(18, profile.merged_into.text)
        .bind(19, profile.monthly_use)
        .bind(20, profile.payday)
        .run();
}

MemberProfile profile_from(const database::Statement& row)
{
    Generation generation{Generation::none};
    static_cast<void>(read_word(row.text(15), generation)); // Written by us.
    return {{row.text(0)}, row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
            row.text(6),   row.text(7), row.text(8), row.text(9), row.text(10), Money::from_minor(row.integer(11)),
            row.text(12), row.text(13), row.text(14), generation, {row.text(16)}, {row.text(17)}, row.text(18),
            row.text(19)};
}

// What a line does to the member's wardrobe: 1 in, −1 back.
int direction(LineKind kind)
{
    return kind == LineKind::return_ ? -1 : 1;
}

std::int64_t size_of(Quantity quantity)
{
    return quantity.milli() < 0 ? -quantity.milli() : quantity.milli();
}

void count_visit(database::Connection& connection, const SaleCompleted& sale)
{
    std::int64_t pieces_milli{0};
    for (const SaleLine& line : sale.lines) pieces_milli += direction(line.line_kind) * size_of(line.quantity);
    database::Statement{connection,
                        "INSERT INTO member_visits (member, visits, spend_minor, pieces_milli, last_visit_on,"
                        " last_store) VALUES (?1, 1, ?2, ?3, ?4, ?5)"
                        " ON CONFLICT (member) DO UPDATE SET visits = member_visits.visits + 1,"
                        " spend_minor = member_visits.spend_minor + excluded.spend_minor,"
                        " pieces_milli = member_visits.pieces_milli + excluded.pieces_milli,"
                        // Tills report late: an older visit must not pass for the last one.
                        " last_store = CASE WHEN excluded.last_visit_on >= member_visits.last_visit_on"
                        " THEN excluded.last_store ELSE member_visits.last_store END,"
                        " last_visit_on = CASE WHEN excluded.last_visit_on >= member_visits.last_visit_on"
                        " THEN excluded.last_visit_on ELSE member_visits.last_visit_on END"}
        .bind(1, sale.member.text)
        .bind(2, sale.total.minor())
        .bind(3, pieces_milli)
        .bind(4, sale.business_date)
        .bind(5, sale.store.text)
        .run();
}

void count_purchases(database::Connection& connection, const SaleCompleted& sale)
{
    database::Statement add{connection,
                            "INSERT INTO member_purchases (member, sku, quantity_milli, spend_minor, last_on)"
                            " VALUES (?1, ?2, ?3, ?4, ?5)"
                            " ON CONFLICT (member, sku) DO UPDATE SET"
                            " quantity_milli = member_purchases.quantity_milli + excluded.quantity_milli,"
                            " spend_minor = member_purchases.spend_minor + excluded.spend_minor,"
                            " last_on = CASE WHEN excluded.last_on >= member_purchases.last_on"
                            " THEN excluded.last_on ELSE member_purchases.last_on END"};
    for (const SaleLine& line : sale.lines) {
        add.bind(1, sale.member.text).bind(2, line.sku.text);
        add.bind(3, direction(line.line_kind) * size_of(line.quantity));
        add.bind(4, line.total.minor()).bind(5, sale.business_date).run();
    }
}

void take_back(database::Connection& connection, const OrderRefunded& refunded)
{
    database::Statement{connection, "UPDATE member_visits SET spend_minor = spend_minor - ?2 WHERE member ="
                                    " (SELECT member FROM orders WHERE order_id = ?1)"}
        .bind(1, refunded.order.text)
        .bind(2, refunded.amount.minor())
        .run();
}

std::string favourite_category(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection,
                             fmt::format("SELECT i.category FROM member_purchases p JOIN items i ON i.sku = p.sku"
                                         " WHERE p.member IN {} AND i.category <> '' GROUP BY i.category"
                                         " ORDER BY SUM(p.quantity_milli) DESC, i.category LIMIT 1",
                                         same_person)};
    find.bind(1, member.text);
    return find.step() ? find.text(0) : std::string{};
}

std::vector<std::string> sizes_bought(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection,
                             fmt::format("SELECT i.size FROM member_purchases p JOIN items i ON i.sku = p.sku"
                                         " WHERE p.member IN {} AND i.size <> '' GROUP BY i.size"
                                         " HAVING SUM(p.quantity_milli) > 0"
                                         " ORDER BY SUM(p.quantity_milli) DESC, i.size LIMIT ?2",
                                         same_person)};
    find.bind(1, member.text).bind(2, MemberStory::sizes_max);
    std::vector<std::string> sizes;
    while (find.step()) sizes.push_back(find.text(0));
    return sizes;
}

// Of the purse that her points lie in, whoever earned them.
std::vector<Lot> lots_of(database::Connection& connection, const MemberProfile& profile)
{
    database::Statement find{connection, "SELECT SUM(points), expires_on FROM points_posts WHERE member = ?1"
                                         " GROUP BY expires_on"};
    std::map<std::string, std::int64_t> points;
    for (const std::string& member : purses::people_with(connection, profile.purse())) {
        find.bind(1, member);
        while (find.step()) points[find.text(1)] += find.integer(0);
        find.reset();
    }
    std::vector<Lot> lots;
    for (const auto& [expires_on, sum] : points) lots.push_back({sum, expires_on});
    return lots;
}

// The visits under all her numbers, as those of one person.
void add_visits(database::Connection& connection, MemberStory& story)
{
    database::Statement visits{connection, fmt::format("SELECT visits, spend_minor, pieces_milli, last_visit_on,"
                                                       " last_store FROM member_visits WHERE member IN {}"
                                                       " ORDER BY last_visit_on, member",
                                                       same_person)};
    visits.bind(1, story.profile.member.text);
    while (visits.step()) {
        story.visits += visits.integer(0);
        story.spend_minor += visits.integer(1);
        story.pieces_milli += visits.integer(2);
        story.last_visit_on = visits.text(3);
        story.last_store = {visits.text(4)};
    }
}

} // namespace

void Members::fold(database::Connection& connection, const Event& event)
{
    if (const auto* erased = std::get_if<MemberErased>(&event.body)) {
        if (auto profile = profile_of(connection, erased->member)) {
            clear_parts(*profile);
            put_profile(connection, *profile);
        }
    } else if (const auto* set = std::get_if<MemberSet>(&event.body)) {
        put_profile(connection, set->profile);
    } else if (const auto* sale = std::get_if<SaleCompleted>(&event.body); sale && !sale->member.empty()) {
        count_visit(connection, *sale);
        count_purchases(connection, *sale);
    } else if (const auto* refunded = std::get_if<OrderRefunded>(&event.body)) {
        take_back(connection, *refunded);
    }
}

void PointsLedger::fold(database::Connection& connection, const Event& event)
{
    const auto* posted = std::get_if<PointsPosted>(&event.body);
    if (!posted) return;
    database::Statement{connection,
                        "INSERT INTO points_posts (number, member, points, expires_on, reason, subject, at_ms,"
                        " earned_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"}
        .bind(1, event.number)
        .bind(2, posted->member.text)
        .bind(3, posted->points)
        .bind(4, posted->expires_on)
        .bind(5, word_of(posted->reason))
        .bind(6, posted->subject)
        .bind(7, event.at_ms)
        .bind(8, is_iso_date(posted->earned_on) ? posted->earned_on : iso_date(event.at_ms, 0))
        .run();
}

std::optional<MemberProfile> find_member(database::Connection& connection, std::string_view key)
{
    if (key.empty()) return std::nullopt;
    for (const std::string_view column : {"member", "phone", "card"}) {
        database::Statement find{connection, fmt::format("SELECT {} FROM members WHERE {} = ?1"
                                                         " ORDER BY joined_on, member LIMIT 1",
                                                         profile_columns, column)};
        find.bind(1, key);
        if (!find.step()) continue;
        auto profile = profile_from(find);
        if (profile.merged_into.empty()) return profile;
        auto kept = profile_of(connection, profile.merged_into);
        return kept ? kept : std::move(profile);
    }
    return std::nullopt;
}

std::optional<MemberProfile> profile_of(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection, fmt::format("SELECT {} FROM members WHERE member = ?1", profile_columns)};
    find.bind(1, member.text);
    if (!find.step()) return std::nullopt;
    return profile_from(find);
}

std::vector<MemberId> merged_into(database::Connection& connection, const MemberId& kept)
{
    std::vector<MemberId> merged;
    if (kept.empty()) return merged;
    database::Statement find{connection, "SELECT member FROM members WHERE merged_into = ?1 ORDER BY member"};
    find.bind(1, kept.text);
    while (find.step()) merged.push_back({find.text(0)});
    return merged;
}

std::vector<MemberProfile> relatives_in(database::Connection& connection, const std::string& account)
{
    std::vector<MemberProfile> relatives;
    if (account.empty()) return relatives;
    database::Statement find{connection,
                             fmt::format("SELECT {} FROM members WHERE account = ?1 AND generation <> 'none' AND"
                                         " merged_into = '' ORDER BY CASE generation WHEN 'elder' THEN 0 WHEN"
                                         " 'parent' THEN 1 ELSE 2 END, joined_on, member",
                                         profile_columns)};
    find.bind(1, account);
    while (find.step()) relatives.push_back(profile_from(find));
    return relatives;
}

bool is_purse_of_other(database::Connection& connection, const std::string& account, const MemberId& but)
{
    database::Statement find{connection, "SELECT 1 FROM members WHERE account = ?1 AND account <> '' AND member <> ?2"};
    find.bind(1, account).bind(2, but.text);
    return find.step();
}

std::optional<MemberStory> member_story(database::Connection& connection, std::string_view key)
{
    auto profile = find_member(connection, key);
    if (!profile) return std::nullopt;

    MemberStory story;
    story.profile = std::move(*profile);
    add_visits(connection, story);
    story.favourite_category = favourite_category(connection, story.profile.member);
    story.sizes = sizes_bought(connection, story.profile.member);
    story.lots = lots_of(connection, story.profile);
    return story;
}

std::optional<MemberId> other_with_phone(database::Connection& connection, const MemberId& member,
                                         std::string_view phone)
{
    database::Statement find{connection, "SELECT member FROM members WHERE phone = ?1 AND member <> ?2"
                                         " AND merged_into = '' ORDER BY joined_on, member LIMIT 1"};
    find.bind(1, phone).bind(2, member.text);
    if (!find.step()) return std::nullopt;
    return MemberId{find.text(0)};
}

bool is_member(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection, "SELECT 1 FROM members WHERE member = ?1"};
    find.bind(1, member.text);
    return find.step();
}

bool has_points_for(database::Connection& connection, const MemberId& member, std::string_view subject)
{
    database::Statement find{connection, "SELECT 1 FROM points_posts WHERE member = ?1 AND subject = ?2"};
    find.bind(1, member.text).bind(2, subject);
    return find.step();
}

std::int64_t count_members(database::Connection& connection)
{
    database::Statement find{connection, "SELECT COUNT(*) FROM members"};
    return find.step() ? find.integer(0) : 0;
}

} // namespace guitai::office
