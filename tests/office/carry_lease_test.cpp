// A phone that fetches points for a till whose line is down.
#include "sync/office/member_site/carry_lease.hpp"

#include "sync/office/phone_codes.hpp"
#include "sync/qr/qr.hpp"
#include "tests/office/lease_desk.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

// Till 1 was armed once; what it asks is signed as it does.
struct Carrier {
    explicit Carrier(LeaseDesk& lease_desk) : desk{lease_desk}
    {
        desk.fresh.say(PhoneKeySet{1, "sealed for till 1"});
        desk.give(nora, 500);
        asked.till = 1;
        asked.epoch = desk.start(1, "n1");
        asked.generation = desk.last<TillArmed>().generation;
        asked.ask = 1;
        asked.account = nora;
        asked.amount = 120;
    }

    [[nodiscard]] std::string question()
    {
        const std::string text{carried_text(carried_question_mark, words_of(asked))};
        return with_signature(text, *signed_for_till(*desk.fresh.office, 1, text));
    }
    [[nodiscard]] Result<std::string> carry(const std::string& code, const std::string& member = nora)
    {
        database::Transaction open{*desk.fresh.connection};
        auto answer = carry_lease(*desk.fresh.office, open, {member}, code);
        open.commit();
        return answer;
    }
    [[nodiscard]] std::string refusal(const std::string& code, const std::string& member = nora)
    {
        const auto answer = carry(code, member);
        return answer ? "" : answer.error().code;
    }

    LeaseDesk& desk;
    CarriedQuestion asked;
};

} // namespace

TEST_CASE("her phone carries what the head office says to that till, signed for it, and the same however often")
{
    on_each_desk([](LeaseDesk& desk) {
        Carrier at{desk};

        const auto answer = at.carry(at.question());

        REQUIRE(answer);
        const auto carried = read_carried(carried_answer_mark, *answer);
        REQUIRE(carried);
        CHECK(carried->is_signed_by(*signed_for_till(*desk.fresh.office, 1, carried->text)));
        const auto event = decode(carried->words);
        REQUIRE(event);
        CHECK(std::get<LeaseGranted>(event->body) == desk.last<LeaseGranted>());
        CHECK(desk.of(nora).available == 380);
        CHECK(desk.of(nora).leased == 120);
        CHECK(at.carry(at.question()) == *answer);
        CHECK(desk.of(nora).leased == 120);
        CHECK(qr_of(*answer).side > 0);
    });
}

TEST_CASE("a question is answered to her alone whose points they are, and only where that till asked it")
{
    on_each_desk([](LeaseDesk& desk) {
        Carrier at{desk};
        const std::string right{at.question()};
        desk.give("M2", 500);
        CHECK(at.refusal(right, "M2") == "carried.not_yours");
        at.asked.account = "M2";
        const std::string text{carried_text(carried_question_mark, words_of(at.asked))};
        // Written by somebody who has seen one, with the signature of that one.
        CHECK(at.refusal(text + right.substr(right.rfind('.')), "M2") == "carried.unreadable");
        CHECK(at.refusal("GTQ1.AA.AA") == "carried.unreadable");
        CHECK(at.refusal("") == "carried.unreadable");
        CHECK(desk.of(nora).leased == 0);
    });
}

TEST_CASE("more than there is, or for an earlier start of the till, is refused with a word for her")
{
    on_each_desk([](LeaseDesk& desk) {
        Carrier at{desk};
        at.asked.amount = 501;
        const auto refused = at.carry(at.question());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "carried.not_enough");
        CHECK(refused.error().detail == "500");
        at.asked.ask = 2;
        at.asked.amount = 100;
        desk.start(1, "n2");
        CHECK(at.refusal(at.question()) == "carried.not_now");
        CHECK(desk.of(nora).leased == 0);
    });
}
