// What the head office keeps of members beside their profiles, and what it tells the tills of it.
#include "sync/office/answers.hpp"
#include "sync/office/commands/imports.hpp"
#include "sync/office/commands/members.hpp"
#include "sync/office/commands/set_rules.hpp"
#include "sync/office/member_news.hpp"
#include "sync/office/projections/member_files.hpp"
#include "sync/office/projections/members.hpp"
#include "tests/office/fresh_office.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

const MemberId her{"M1"};

MemberCorrected corrected(ProfilePart part, const std::string& value, const MemberId& member = her)
{
    return {member, part, value, {"S01"}, {"王芳"}};
}

ConsentGiven given(ConsentAnswer answer, std::int64_t at_ms)
{
    return {her, {ConsentPurpose::offers, ConsentChannel::sms, answer, "2026-11", at_ms}, {"S01"}, {"王芳"}};
}

SaleCompleted bought(std::int64_t count, std::int64_t points, const std::string& on)
{
    SaleCompleted sale{coat_sold(count, her)};
    sale.points_earned = points;
    sale.points_expire_on = "2027-12-31";
    sale.business_date = on;
    return sale;
}

std::string tier_on(FreshOffice& fresh, const MemberProfile& profile, std::string_view today)
{
    return tier_in(standing_of(*fresh.connection, profile, today), profile);
}

} // namespace

TEST_CASE("corrections of two tills meet in one profile, whichever comes first")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled(her, "13800000001")});
        fresh.do_at(2, {corrected(ProfilePart::usual_size, "165/88A")});
        fresh.do_at(1, {corrected(ProfilePart::birthday, "1990-11-22")});

        const auto profile = find_member(*fresh.connection, "M1");
        REQUIRE(profile);
        CHECK(profile->usual_size == "165/88A");
        CHECK(profile->birthday == "1990-11-22");
        const auto told = fresh.news_of<MemberSet>();
        CHECK(told.back().profile == *profile);
        CHECK(told.back().source_origin == 1);
        CHECK(told.back().source_number == 2);
    });
}

TEST_CASE("a phone that two have now, and a member nobody knows, are shown to people")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled(her, "13800000001"), enrolled({"M2"}, "13800000002")});
        const auto taken = fresh.do_at(1, {corrected(ProfilePart::phone, "13800000002"),
                                           corrected(ProfilePart::name, "林晓梅", {"M9"})});
        CHECK(taken.quarantined == 2);
        CHECK(find_member(*fresh.connection, "M1")->phone == "13800000002");
        CHECK_FALSE(find_member(*fresh.connection, "M9"));
    });
}

TEST_CASE("what was put right before the head office had heard of her is put right when it does")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(2, {corrected(ProfilePart::usual_size, "165/88A"), corrected(ProfilePart::name, "张明")});
        CHECK(fresh.news_of<MemberSet>().empty());
        fresh.do_at(1, {enrolled(her, "13800000001")});
        const auto profile = find_member(*fresh.connection, "M1");
        CHECK(profile->usual_size == "165/88A");
        CHECK(profile->name == "张明");
        const auto told = fresh.news_of<MemberSet>();
        REQUIRE(told.size() == 3);
        CHECK(told.back().source_origin == 2);
        CHECK(told.back().source_number == 2);
        CHECK(corrections_waiting(*fresh.connection, her).empty());
    });
}

TEST_CASE("a note is told to every till, and dropped for good")
{
    on_each_engine([](FreshOffice& fresh) {
        const MemberNote wool{{"N1-000001"}, NoteKind::cannot, "羊毛", "2026-11-22"};
        fresh.do_at(1, {enrolled(her, "13800000001"), MemberNoted{her, wool, false, {"S01"}, {"王芳"}}});
        CHECK(notes_of(*fresh.connection, her) == std::vector<MemberNote>{wool});
        CHECK(fresh.news_of<MemberNoteTold>().back().note == wool);

        fresh.do_at(2, {MemberNoted{her, wool, true, {"S01"}, {"李雪"}}});
        CHECK(notes_of(*fresh.connection, her).empty());
        CHECK(fresh.news_of<MemberNoteTold>().back().dropped);
    });
}

TEST_CASE("who did not agree twice, or took it back since, is in no audience")
{
    on_each_engine([](FreshOffice& fresh) {
        const auto sms = [&] { return *audience(*fresh.office, "offers", "sms"); };
        const std::string nobody{"phone,name,form_of_address"};
        fresh.do_at(1, {enrolled(her, "13800000001"), given(ConsentAnswer::yes, 10)});
        CHECK(sms() == nobody);
        fresh.do_at(2, {given(ConsentAnswer::confirmed, 20)});
        CHECK(sms().find("\"13800000001\"") != std::string::npos);
        CHECK(*audience(*fresh.office, "offers", "wechat") == nobody);

        // Said at another till before she confirmed, and heard of later: what she said last holds.
        fresh.do_at(1, {given(ConsentAnswer::no, 15)});
        CHECK(sms() != nobody);
        fresh.do_at(1, {given(ConsentAnswer::no, 25)});
        CHECK(sms() == nobody);
        CHECK(audience(*fresh.office, "offers", "pigeon").error().code == "audience.bad_channel");
        CHECK(audience(*fresh.office, "spam", "sms").error().code == "audience.bad_purpose");
    });
}

TEST_CASE("the head office takes every consent back at once, whatever the clocks of tills say")
{
    on_each_engine([](FreshOffice& fresh) {
        constexpr std::int64_t in_ten_years_ms{2'110'000'000'000};
        fresh.do_at(1, {enrolled(her, "13800000001"), given(ConsentAnswer::yes, in_ten_years_ms),
                        given(ConsentAnswer::confirmed, in_ten_years_ms + 1)});
        database::Transaction open{*fresh.connection};
        CHECK(withdraw_consents(*fresh.office, open, her, {"隐私官"}) == 1);
        CHECK(withdraw_consents(*fresh.office, open, her, {"隐私官"}) == 0);
        open.commit();

        CHECK(consents_of(*fresh.connection, her).front().consent.answer == ConsentAnswer::no);
        const auto told = fresh.news_of<ConsentTold>().back();
        CHECK(told.consent.answer == ConsentAnswer::no);
        CHECK(told.consent.at_ms > in_ten_years_ms + 1);
        CHECK(told.store.empty());
    });
}

TEST_CASE("a tier is worked out from what was earned and not taken back, on the day of the ticket")
{
    on_each_engine([](FreshOffice& fresh) {
        REQUIRE(set_tiers(*fresh.office, R"({"months": 12, "steps": [{"tier": "silver", "from": 500}]})"));
        fresh.do_at(1, {enrolled(her, "13800000001"), bought(1, 600, "2026-03-01")});
        const auto profile = find_member(*fresh.connection, "M1");
        CHECK(tier_on(fresh, *profile, "2026-11-22") == "silver");
        CHECK(standing_of(*fresh.connection, *profile, "2026-11-22")->until == "2027-03-01");
        CHECK(tier_on(fresh, *profile, "2027-03-02") == "standard");
        const auto answer = member_json(*fresh.connection, "M1", fresh.clock.at_ms);
        CHECK(answer->find(R"("tier":"silver")") != std::string::npos);

        SaleCompleted back{coat_back(2, make_receipt_number({"S01"}, 1, 1), 2)};
        back.member = her;
        back.points_earned = 0;
        back.points_back = {{her, make_receipt_number({"S01"}, 1, 1), 200, "2027-12-31"}};
        back.business_date = "2026-11-22";
        fresh.do_at(2, {back});
        CHECK(tier_on(fresh, *profile, "2026-11-22") == "standard");
    });
}

TEST_CASE("tiers are refused whole where one of them can not be")
{
    const auto refused = [](std::string_view json) {
        const auto tiers = read_tiers(json);
        return tiers ? std::string{} : tiers.error().code + " " + tiers.error().detail;
    };
    CHECK(refused(R"({"steps": [{"tier": "silver", "from": 1000}, {"tier": "gold", "from": 5000}]})").empty());
    CHECK(refused(R"({"steps": []})").empty());
    CHECK(refused("{") == "rules.unreadable no JSON at byte 2");
    CHECK(refused(R"({"step": []})") == "rules.unknown_field step");
    CHECK(refused(R"({"months": 0})") == "rules.bad_value months");
    CHECK(refused(R"({"steps": [{"tier": "", "from": 1}]})") == "rules.bad_value steps[0].tier");
    CHECK(refused(R"({"steps": [{"tier": "a", "from": 1}, {"tier": "a", "from": 2}]})") ==
          "rules.bad_value steps[1].tier");
    CHECK(refused(R"({"steps": [{"tier": "a", "from": 2}, {"tier": "b", "from": 2}]})") ==
          "rules.bad_value steps[1].from");
    CHECK(refused(R"({"steps": [{"tier": "standard", "from": 2}]})") == "rules.bad_value steps[0].tier");
    CHECK(refused(R"({"steps": [{"tier": "a"}]})") == "rules.bad_value steps[0].from");
}

TEST_CASE("what makes no sense of a member's file is set apart and tells nobody anything")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled(her, "13800000001")});
        MemberNoted endless{her, {{"N1-000001"}, NoteKind::like, std::string(401, 'x'), "2026-11-22"}, false, {"S01"},
                            {"王芳"}};
        MemberNoted nameless{her, {{""}, NoteKind::like, "红色", "2026-11-22"}, false, {"S01"}, {"王芳"}};
        const auto taken = fresh.do_at(1, {endless, nameless, corrected(ProfilePart::phone, ""),
                                           corrected(ProfilePart::birthday, "yesterday"),
                                           given(ConsentAnswer::none, 1)});
        CHECK(taken.quarantined == 5);
        CHECK(fresh.news_of<MemberNoteTold>().empty());
        CHECK(fresh.news_of<ConsentTold>().empty());
        CHECK(find_member(*fresh.connection, "M1")->phone == "13800000001");
    });
}

TEST_CASE("the last day of a tier goes with the tier that it was given for")
{
    on_each_engine([](FreshOffice& fresh) {
        const auto bring = [&](std::string_view row) {
            const std::string csv{"phone,name,tier,tier_until\n" + std::string{row} + "\n"};
            REQUIRE(import_members(*fresh.office, csv, Encoding::utf8, {}));
            return find_member(*fresh.connection, "13800000001")->tier_until;
        };
        CHECK(bring("13800000001,林晓梅,gold,2026-12-31") == "2026-12-31");
        CHECK(bring("13800000001,林晓梅,gold,") == "2026-12-31");
        CHECK(bring("13800000001,林晓梅,,") == "2026-12-31");
        CHECK(bring("13800000001,林晓梅,platinum,") == "");
    });
}
