// Erasure in the journal: the words are gone, the chain stands, and nobody can redact what was not erased.
#include "sync/journal/erase.hpp"

#include "sync/events/order.hpp"
#include "sync/events/person.hpp"
#include "sync/journal/verify.hpp"
#include "tests/support/catch.hpp"

#include <memory>

using namespace guitai;

namespace {

const MemberId her{"M3-000044"};

EventBody enrolled(const MemberId& member, const std::string& name)
{
    MemberEnrolled body;
    body.profile.member = member;
    body.profile.phone = "13800000017";
    body.profile.name = name;
    body.profile.joined_on = "2024-05-01";
    return body;
}

EventBody placed(const std::string& order, const MemberId& member)
{
    OrderPlaced body;
    body.order = {order};
    body.member = member;
    body.recipient = {"单雨桐", "13800000017", "休宁县海阳镇迎宾大道16号"};
    return body;
}

struct Shelf {
    std::unique_ptr<database::Connection> connection{database::open("sqlite::memory:")};
    Journal journal{*connection};
    std::int64_t next{1};

    Shelf() { REQUIRE(Journal::migrate(*connection)); }

    Record add(EventBody body, TillNumber origin = 3)
    {
        const Record record{record_of({origin, origin == 3 ? next++ : 1, 1'700'000'000'000, std::move(body)})};
        database::Transaction open{*connection};
        REQUIRE(journal.append(open, record));
        open.commit();
        return record;
    }
    std::int64_t erase(const MemberId& member, std::int64_t told = 1'000)
    {
        database::Transaction open{*connection};
        const auto left = erase_person(journal, open, member,
                                       [told](const JournalLine& line) {
                                           return line.number <= told ? MayErase::now : MayErase::later;
                                       });
        open.commit();
        return left;
    }
    std::string all()
    {
        std::string text;
        for (const JournalLine& line : journal.after_position(0, 1'000)) text += line.text + "\n";
        return text;
    }
    Verdict verdict()
    {
        return verify(*connection, [](database::Connection&) {},
                      [] { return std::vector<std::unique_ptr<Projection>>{}; });
    }
    Result<Appended> append(const Record& record)
    {
        database::Transaction open{*connection};
        auto appended = journal.append(open, record);
        open.commit();
        return appended;
    }
};

} // namespace

TEST_CASE("after erasure no word of her is in the journal, and all that was counted is")
{
    Shelf shelf;
    shelf.add(enrolled(her, "单雨桐"));
    shelf.add(enrolled({"M3-000045"}, "王建国"));
    shelf.add(placed("S01-3-7", her));
    OrderAddressAsked moved;
    moved.order = {"S01-3-7"};
    moved.recipient = {"单雨桐", "13800000017", "黄山市屯溪区"};
    shelf.add(moved);
    SaleCompleted sale;
    sale.member = her;
    sale.receipt = {"S01-3-12"};
    sale.total = Money::from_minor(69'900);
    sale.points_earned = 699;
    sale.buyer.birthday = "1991-03-08";
    shelf.add(sale);
    shelf.add(MemberErased{her, {"韩"}}, office_origin);

    CHECK(shelf.erase(her) == 0);
    const std::string text{shelf.all()};
    for (const char* word : {"单雨桐", "13800000017\",\"name\":\"单", "休宁", "屯溪", "1991-03-08"}) {
        INFO(word);
        CHECK(text.find(word) == std::string::npos);
    }
    CHECK(text.find("王建国") != std::string::npos);
    CHECK(text.find("69900") != std::string::npos);
    CHECK(text.find("\"points_earned\":699") != std::string::npos);
}

TEST_CASE("the chain over redacted lines is the one that was countersigned")
{
    Shelf shelf;
    shelf.add(enrolled(her, "单雨桐"));
    shelf.add(placed("S01-3-7", her));
    shelf.add(MemberErased{her, {"韩"}}, office_origin);
    const ChainHead before{shelf.journal.head(3)};
    shelf.erase(her);
    CHECK(shelf.journal.head(3) == before);
    const Verdict verdict{shelf.verdict()};
    CHECK(verdict.ok);

    // Whoever hears of the lines later comes to the same chain.
    Shelf late;
    for (const JournalLine& line : shelf.journal.after(3, 0, 10)) {
        auto record = record_from(line.text);
        REQUIRE(record);
        REQUIRE(late.append(*record));
    }
    CHECK(late.journal.head(3) == before);
}

TEST_CASE("a line that comes again is the same one, whichever of the two was redacted")
{
    Shelf shelf;
    const Record first{shelf.add(enrolled(her, "单雨桐"))};
    shelf.add(MemberErased{her, {"韩"}}, office_origin);
    shelf.erase(her);
    CHECK(shelf.append(first) == Appended::already_here);
    CHECK(shelf.all().find("单雨桐") == std::string::npos);

    const Record other{record_of({3, 1, 1'700'000'000'000, enrolled(her, "单小桐")})};
    const auto forked = shelf.append(other);
    REQUIRE_FALSE(forked);
    CHECK(forked.error().code == "journal.fork");

    Shelf older;
    older.append(first);
    auto redacted = record_from(shelf.journal.after(3, 0, 1).front().text);
    REQUIRE(redacted);
    CHECK(older.append(*redacted) == Appended::already_here);
}

TEST_CASE("a line that was redacted though nobody was erased is found")
{
    Shelf shelf;
    shelf.add(enrolled(her, "单雨桐"));
    shelf.add(enrolled({"M3-000045"}, "王建国"));
    shelf.add(MemberErased{{"M3-000045"}, {"韩"}}, office_origin);
    shelf.erase(her);
    const Verdict verdict{shelf.verdict()};
    CHECK_FALSE(verdict.ok);
    REQUIRE(verdict.problems.size() == 1);
    CHECK(verdict.problems.front() == "origin 3 event 1: redacted, and nobody was erased");
}

TEST_CASE("what may not be touched yet is left, and counted")
{
    Shelf shelf;
    shelf.add(enrolled(her, "单雨桐"));
    shelf.add(placed("S01-3-7", her));
    CHECK(shelf.erase(her, 1) == 1);
    CHECK(shelf.all().find("迎宾大道") != std::string::npos);
    CHECK(shelf.erase(her) == 0);
    CHECK(shelf.all().find("迎宾大道") == std::string::npos);
}

TEST_CASE("the shop where an order is fetched stays when she is erased; what is written instead of its code does not")
{
    OrderPlaced order;
    order.member = her;
    order.delivery = Delivery::collect;
    order.recipient = {"单雨桐", "13800001111", "S02"};
    const auto place_left = [](const OrderPlaced& placed) {
        const EventBody blank{without_person(placed)};
        const auto& left = std::get<OrderPlaced>(blank);
        CHECK(left.recipient.name.empty());
        CHECK(left.recipient.phone.empty());
        CHECK(left.recipient.address == collected_at(placed).text);
        return collected_at(left).text;
    };
    CHECK(place_left(order) == "S02");
    order.recipient.address = "迎宾大道 8 号";
    CHECK(place_left(order).empty());
    order.recipient.address = "S02";
    order.delivery = Delivery::ship; // A house called S02.
    CHECK(place_left(order).empty());
}

TEST_CASE("of every kind of event what tells of a person goes, and her number stays")
{
    const EventBody blank{without_person(enrolled(her, "单雨桐"))};
    const auto& profile = std::get<MemberEnrolled>(blank).profile;
    CHECK(profile.member == her);
    CHECK(profile.joined_on == "2024-05-01");
    CHECK(profile.name.empty());
    CHECK(profile.phone.empty());

    MemberNoted noted;
    noted.member = her;
    noted.note.about = "羊毛";
    CHECK(std::get<MemberNoted>(without_person(noted)).note.about.empty());
    TicketParked parked;
    parked.note = "单女士的";
    parked.lines.resize(1);
    parked.lines[0].note = "改短 2 厘米";
    CHECK(std::get<TicketParked>(without_person(parked)).note.empty());
    CHECK(std::get<TicketParked>(without_person(parked)).lines[0].note.empty());
    PasswordTold password;
    password.password.hash = "$argon2id$";
    CHECK(std::get<PasswordTold>(without_person(password)).password.hash.empty());
}
