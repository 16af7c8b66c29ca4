// A code by telephone, from the key that the head office seals for a till to the code
// that its console reads out: both ends with their real books, and no wire between.
#include "sync/client/request_signer.hpp"
#include "sync/office/phone_codes.hpp"
#include "sync/office/projections/overrides.hpp"
#include "terminal/store/till_secrets.hpp"
#include "tests/office/console_visitor.hpp"
#include "tests/support/open_till.hpp"

#include <fmt/format.h>

#include <optional>

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

// Till 71 of S01 and its head office, which have spoken once.
struct BothEnds {
    BothEnds()
    {
        furnish(fresh);
        hire(fresh, "赵总", Role::office);
        const auto seed = key_for_folder(till.path());
        REQUIRE(seed);
        fresh.say(TillEnrolled{test::own_till, {"S01"}, RequestSigner{*seed}.public_key(), false});
        key.emplace(*seed, till.store().folder().connection(), test::own_till, SharedKeyUse::phone);
    }
    void share()
    {
        database::Transaction open{*fresh.connection};
        share_phone_key(*fresh.office, open, test::own_till);
        open.commit();
    }
    void sync()
    {
        for (const PhoneKeySet& set : fresh.news_of<PhoneKeySet>()) till.told(set);
    }
    [[nodiscard]] std::string request() const
    {
        return phone_request(question, *key->mac_of(signed_request(question)));
    }
    [[nodiscard]] std::string code() const
    {
        return digits_of(*key->mac_of(signed_grant(question)), phone_code_digits);
    }
    [[nodiscard]] std::string form(const std::string& token, std::string_view amount, const std::string& reason) const
    {
        return fmt::format("form_token={}&till={}&action={}&ticket={}&amount={}&request={}&reason={}", token,
                           question.till, question.action, question.ticket, amount, request(), escaped(reason));
    }

    FreshOffice fresh{"sqlite::memory:"};
    test::OpenTill till;
    std::optional<TillSharedKey> key;
    PhoneQuestion question{test::own_till, "discount.line", 128, Money::from_minor(3'870), "4821"};
};

} // namespace

TEST_CASE("the console reads out the code that the till expects, and it is written down who gave it")
{
    BothEnds ends;
    CHECK_FALSE(ends.key->mac_of("anything")); // Nothing was heard yet.
    ends.share();
    ends.share();
    REQUIRE(ends.fresh.news_of<PhoneKeySet>().size() == 1); // It is told once.
    ends.sync();
    Visitor visitor{ends.fresh};
    visitor.sign_in("赵总", "1357");
    const std::string token{token_in(visitor.get("/console/approvals").body)};

    const Response answer{visitor.post("/console/approvals", ends.form(token, "38.70", "老顾客"))};

    CHECK(answer.status == 200);
    CHECK(holds(answer.body, ends.code().substr(0, 4) + " " + ends.code().substr(4)));
    const auto given = ends.fresh.news_of<PhoneCodeGiven>();
    REQUIRE(given.size() == 1);
    CHECK(given[0] == PhoneCodeGiven{test::own_till, ends.request(), "discount.line", "128",
                                     Money::from_minor(3'870), {"赵总"}, "老顾客"});
    ends.fresh.do_at(test::own_till, {OverrideGiven{"discount.line", {"王芳"}, {}, "线头", "PS01",
                                                    Money::from_minor(3'870), ends.request()}});
    CHECK(latest_overrides(*ends.fresh.connection, {"S01"}, 5).at(0).phoned.text == "赵总");
    CHECK(holds(visitor.get("/console/sales").body, "赵总"));
}

TEST_CASE("no code is given for what the till did not ask, without a reason, or by who may not")
{
    BothEnds ends;
    ends.share();
    ends.sync();
    hire(ends.fresh, "隐私", Role::privacy);
    REQUIRE(add_staff(*ends.fresh.office, {{"二店老板"}, {"S02"}, Role::owner, "1357"}).has_value());
    Visitor visitor{ends.fresh};
    visitor.sign_in("赵总", "1357");
    const std::string token{token_in(visitor.get("/console/approvals").body)};

    CHECK(visitor.post("/console/approvals", ends.form(token, "38.71", "老顾客")).status == 422);
    CHECK(visitor.post("/console/approvals", ends.form(token, "38.70", "")).status == 422);
    CHECK(visitor.post("/console/approvals", ends.form(token, "much", "老顾客")).status == 422);
    CHECK(visitor.post("/console/approvals", ends.form("guess", "38.70", "老顾客")).status == 403);
    for (const char* name : {"隐私", "二店老板"}) {
        Visitor other{ends.fresh};
        other.sign_in(name, "1357");
        const std::string own{token_in(other.get("/console/sales").body)};
        const int status{other.post("/console/approvals", ends.form(own, "38.70", "老顾客")).status};
        CHECK((status == 403 || status == 422));
    }
    CHECK(ends.fresh.news_of<PhoneCodeGiven>().empty());
}

TEST_CASE("a key that was sealed for another till opens nothing here")
{
    BothEnds ends;
    ends.share();
    PhoneKeySet set{ends.fresh.news_of<PhoneKeySet>().at(0)};
    set.sealed_key[70] = set.sealed_key[70] == '0' ? '1' : '0';
    ends.till.told(set);

    CHECK_FALSE(ends.key->mac_of("anything"));
}
