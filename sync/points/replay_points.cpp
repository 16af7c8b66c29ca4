#include "sync/points/replay_points.hpp"

#include "sync/events/time.hpp"
#include "sync/points/book.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <set>
#include <utility>

namespace guitai::purse {
namespace {

using Json = nlohmann::ordered_json;

// No shop earns as much; sums of them stay far from the end of the numbers.
constexpr Units units_max{1'000'000'000'000};
constexpr std::size_t text_bytes_max{200};

// One event of a case, field by field. The first thing that is wrong is remembered with its place.
class Fields {
public:
    Fields(const Json& event, std::string place) : m_event{event}, m_place{std::move(place)} {}

    std::string text(const char* key)
    {
        std::string found{maybe_text(key)};
        if (found.empty()) wrong(key);
        return found;
    }
    std::string maybe_text(const char* key)
    {
        const Json* const value{find(key)};
        if (value == nullptr) return {};
        if (value->is_string() && value->get_ref<const std::string&>().size() <= text_bytes_max) {
            return value->get<std::string>();
        }
        wrong(key);
        return {};
    }
    std::string date(const char* key) { return checked_date(key, text(key)); }
    std::string maybe_date(const char* key) { return checked_date(key, maybe_text(key)); }
    std::int64_t whole(const char* key, std::int64_t least)
    {
        const Json* const value{find(key)};
        if (value != nullptr && value->is_number_integer()) {
            const bool too_much{value->is_number_unsigned() &&
                                value->get<std::uint64_t>() > static_cast<std::uint64_t>(units_max)};
            const auto number = too_much ? units_max + 1 : value->get<std::int64_t>();
            if (number >= least && number <= units_max) return number;
        }
        wrong(key);
        return least;
    }
    bool has(const char* key) { return find(key) != nullptr; }
    std::vector<std::string> texts(const char* key)
    {
        const Json* const value{find(key)};
        std::vector<std::string> found;
        if (value == nullptr || !value->is_array()) wrong(key);
        else {
            for (const Json& one : *value) {
                if (!one.is_string()) wrong(key);
                else found.push_back(one.get<std::string>());
            }
        }
        return found;
    }
    LotKind lot_kind()
    {
        LotKind kind{LotKind::points};
        const std::string word{maybe_text("kind")};
        if (!word.empty() && !read_word(word, kind)) wrong("kind");
        return kind;
    }
    // A lot or lease whose name the history has used: what is said twice means nothing.
    void must_be_new(const char* key, bool is_known)
    {
        if (is_known) wrong(key);
    }

    void wrong(const char* key)
    {
        if (m_wrong.empty()) m_wrong = m_place + "." + key;
    }
    [[nodiscard]] const std::string& first_wrong() const { return m_wrong; }

private:
    const Json* find(const char* key) const
    {
        const auto found = m_event.find(key);
        return found == m_event.end() || found->is_null() ? nullptr : &*found;
    }
    std::string checked_date(const char* key, std::string date)
    {
        if (!date.empty() && !is_iso_date(date)) wrong(key);
        return date;
    }

    const Json& m_event;
    std::string m_place;
    std::string m_wrong;
};

void earn(Book& book, Fields& fields)
{
    Earned earned;
    earned.lot = fields.text("lot");
    earned.account = fields.text("account");
    earned.member = fields.maybe_text("member");
    if (earned.member.empty()) earned.member = earned.account;
    earned.kind = fields.lot_kind();
    earned.amount = fields.whole("amount", 0);
    earned.on = fields.date("on");
    earned.expires = fields.maybe_date("expires");
    earned.matures = fields.maybe_date("matures");
    if (fields.has("sale_minor")) earned.sale_minor = fields.whole("sale_minor", 1);
    earned.kept = fields.maybe_text("kept");
    if (!earned.kept.empty()) earned.till = fields.whole("till", 0);
    fields.must_be_new("lot", book.lots.contains(earned.lot));
    fields.must_be_new("kept", !earned.kept.empty() && book.leases.contains(earned.kept));
    if (fields.first_wrong().empty()) points_earned(book, earned);
}

void grant(Book& book, Fields& fields)
{
    const Granted granted{.lease = fields.text("lease"),
                          .account = fields.text("account"),
                          .till = fields.whole("till", 0),
                          .amount = fields.whole("amount", 0)};
    fields.must_be_new("lease", book.leases.contains(granted.lease));
    if (fields.first_wrong().empty()) lease_granted(book, granted);
}

void spend(Book& book, Fields& fields)
{
    const Spent spent{.redemption = fields.text("redemption"),
                      .account = fields.text("account"),
                      .amount = fields.whole("amount", 0),
                      .leases = fields.texts("leases")};
    if (fields.first_wrong().empty()) points_spent(book, spent);
}

void give_back(Book& book, Fields& fields)
{
    const std::string lease{fields.text("lease")};
    if (!book.leases.contains(lease)) fields.wrong("lease");
    if (fields.first_wrong().empty()) lease_returned(book, lease);
}

void refund_redemption(Book& book, Fields& fields)
{
    const RedemptionRefunded refunded{fields.text("redemption"), fields.whole("amount", 0),
                                      fields.maybe_date("good_until")};
    if (fields.first_wrong().empty()) redemption_refunded(book, refunded);
}

void refund_sale(Book& book, Fields& fields)
{
    SaleRefunded refunded;
    refunded.lot = fields.text("lot");
    if (fields.has("amount")) refunded.amount = fields.whole("amount", 0);
    else refunded.minor = fields.whole("minor", 0);
    if (fields.first_wrong().empty()) sale_refunded(book, refunded);
}

// The first place that is wrong; empty: it was done.
std::string play(Book& book, const Json& event, const std::string& place)
{
    if (!event.is_object()) return place;
    Fields fields{event, place};
    const std::string kind{fields.text("event")};
    if (kind == "day_began") day_began(book, fields.date("on"));
    else if (kind == "points_earned") earn(book, fields);
    else if (kind == "lease_granted") grant(book, fields);
    else if (kind == "points_spent") spend(book, fields);
    else if (kind == "lease_returned") give_back(book, fields);
    else if (kind == "redemption_refunded") refund_redemption(book, fields);
    else if (kind == "sale_refunded") refund_sale(book, fields);
    else if (kind == "members_merged") members_merged(book, fields.text("kept"), fields.text("merged"));
    else if (kind == "member_left") member_left(book, fields.text("account"), fields.text("member"), fields.text("to"));
    else if (kind == "till_written_off") till_written_off(book, fields.whole("till", 0));
    else if (kind == "debt_forgiven") debt_forgiven(book, fields.text("account"), fields.whole("amount", 0));
    else fields.wrong("event");
    return fields.first_wrong();
}

Json lots_of(const Book& book, const std::string& account)
{
    Json lots = Json::object();
    for (const std::string& id : of_account(book, account)) {
        const Lot& lot{book.lots.at(id)};
        Json parts = Json::object();
        const std::pair<const char*, Units> all[]{{"pending", lot.pending}, {"available", lot.available},
                                                  {"spent", lot.spent},     {"expired", lot.expired},
                                                  {"taken", lot.taken},     {"moved", lot.moved},
                                                  {"leased", lot.out()}};
        for (const auto& [name, units] : all) {
            if (units != 0) parts[name] = units;
        }
        lots[id] = std::move(parts);
    }
    return lots;
}

Json view_of(const Book& book, const std::string& account)
{
    const View seen{view(book, account)};
    Json json{{"points", seen.points}, {"available", seen.available}, {"leased", seen.leased},
              {"pending", seen.pending}, {"debt", seen.debt}, {"next_expiry", nullptr}};
    if (!seen.next_expiry.empty()) {
        json["next_expiry"] = {{"on", seen.next_expiry}, {"points", seen.next_expiry_points}};
    }
    json["lots"] = lots_of(book, account);
    return json;
}

Json outcome_of(const Book& book, const Json& expected)
{
    Json accounts = Json::object();
    for (const auto& [account, what] : expected.items()) accounts[account] = view_of(book, account);
    Json notes = Json::array();
    for (const Note& note : book.notes) notes.push_back({{"code", note.code}, {"amount", note.amount}});
    return {{"accounts", std::move(accounts)}, {"notes", std::move(notes)}, {"loss", book.loss}};
}

// Every field of both, each difference with its place.
void compare(const Json& expected, const Json& got, const std::string& place, std::vector<std::string>& differences)
{
    if (!expected.is_object() || !got.is_object()) {
        const bool same{expected == got};
        if (!same) differences.push_back(fmt::format("{}: expected {}, got {}", place, expected.dump(), got.dump()));
        return;
    }
    std::set<std::string> keys;
    for (const Json* side : {&expected, &got}) {
        for (const auto& [key, value] : side->items()) keys.insert(key);
    }
    for (const std::string& key : keys) {
        const std::string here{place.empty() ? key : place + "." + key};
        const auto wanted = expected.find(key);
        const auto found = got.find(key);
        if (wanted == expected.end()) differences.push_back(fmt::format("{}: unexpected {}", here, found->dump()));
        else if (found == got.end()) differences.push_back(fmt::format("{}: no {}", here, wanted->dump()));
        else compare(*wanted, *found, here, differences);
    }
}

Result<DifferingCase> play_case(const Json& one, const std::string& place)
{
    const auto bad = [&](std::string_view key) { return refuse("points.bad_value", fmt::format("{}.{}", place, key)); };
    if (!one.is_object() || !one.contains("name") || !one["name"].is_string()) return bad("name");
    if (!one.contains("events") || !one["events"].is_array()) return bad("events");
    if (!one.contains("expect") || !one["expect"].is_object()) return bad("expect");
    const Json& expect{one["expect"]};
    if (!expect.contains("accounts") || !expect["accounts"].is_object()) return bad("expect.accounts");

    DifferingCase result{.id = one["name"].get<std::string>()};
    Book book;
    for (std::size_t at{0}; at < one["events"].size(); ++at) {
        const std::string here{fmt::format("{}.events[{}]", place, at)};
        if (auto wrong = play(book, one["events"][at], here); !wrong.empty()) return refuse("points.bad_value", wrong);
        if (const auto fault = fault_of(book); !fault.empty()) {
            result.differences.push_back(fmt::format("after event {}: {}", at, fault));
        }
    }
    compare(expect, outcome_of(book, expect["accounts"]), "", result.differences);
    return result;
}

} // namespace

Result<ReplayReport> replay_points(std::string_view text)
{
    Json file;
    try {
        file = Json::parse(text);
    } catch (const Json::parse_error& broken) {
        return refuse("points.not_a_file", fmt::format("byte {}", broken.byte));
    }
    if (!file.is_object() || !file.contains("cases") || !file["cases"].is_array()) {
        return refuse("points.not_a_file", "cases");
    }
    ReplayReport report{.cases = file["cases"].size()};
    for (std::size_t at{0}; at < file["cases"].size(); ++at) {
        auto one = play_case(file["cases"][at], fmt::format("cases[{}]", at));
        if (!one) return refuse(one.error());
        if (!one->differences.empty()) report.differing.push_back(std::move(*one));
    }
    return report;
}

} // namespace guitai::purse
