// A charge at the payment terminal, from the question to the last word, whatever breaks in between.
#include "terminal/domain/card_reference.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fake_card_terminal.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Customer;
using test::FakeCardTerminal;
using Line = FakeCardTerminal::Line;
using Questions = std::vector<CardQuestion>;

namespace {

// A scarf for ¥129 on the counter, and a terminal beside it.
struct Stand : test::Counter {
    FakeCardTerminal terminal;

    Stand()
    {
        cards = &terminal;
        restart();
        open();
        must(ScanBarcode{"6900000000059"});
    }
    // Lets the terminal answer until it has nothing more to say; at most `rounds` times.
    void listen(int rounds = 10)
    {
        for (int round{0}; round < rounds; ++round) {
            for (const HearCard& heard : terminal.answers()) (void)handle(heard);
        }
    }
    void crash()
    {
        terminal.forget_questions();
        restart();
    }
    [[nodiscard]] std::vector<CardOutcome> outcomes() const
    {
        std::vector<CardOutcome> all;
        for (const CardAnswered& answered : books.all<CardAnswered>()) all.push_back(answered.outcome);
        return all;
    }
    // Nothing is waited for, nothing is open in the books, and the bank holds what the sales say.
    [[nodiscard]] bool is_settled() const
    {
        Money sold;
        for (const SaleCompleted& sale : books.all<SaleCompleted>()) {
            for (const TenderTaken& taken : sale.tenders) {
                if (!card_key_in(taken.reference).empty()) sold += taken.amount;
            }
        }
        return books.open_cards().empty() && !view().payment.card && view().payment.cards_to_settle == 0 &&
               terminal.machine.net() == sold;
    }
};

} // namespace

TEST_CASE("a card is written down before the terminal is asked, and pays when it answers")
{
    Stand stand;
    std::size_t written{0};
    stand.terminal.on_ask = [&] { written = stand.books.all<CardAsked>().size(); };

    stand.must(AskCard{12900_fen});
    CHECK(written == 1);
    CHECK(stand.view().payment.card->amount == 12900_fen);
    CHECK(stand.books.all<SaleCompleted>().empty());
    stand.listen();

    const SaleCompleted sale{stand.books.all<SaleCompleted>().at(0)};
    CHECK(sale.tenders.at(0).tender == TenderKind::card);
    CHECK(sale.tenders.at(0).reference.starts_with("SLIP1 #S01-71-C00001-"));
    CHECK(stand.books.writes.back() == 2); // The answer and the sale, or neither.
    CHECK(stand.view().payment.done);
    CHECK(stand.is_settled());
}

TEST_CASE("a terminal that is silent is asked about the same key, each time later, and charges once")
{
    Stand stand;
    stand.terminal.line = Line::deaf;
    stand.must(AskCard{12900_fen});
    stand.listen(5);

    CHECK(stand.view().payment.card->silent);
    CHECK(stand.books.all<CardAsked>().size() == 1);
    std::vector<std::int64_t> waits;
    for (const auto& asked : stand.terminal.asked) {
        CHECK(asked.key == stand.terminal.asked.front().key);
        waits.push_back(asked.wait_ms);
    }
    CHECK(waits == std::vector<std::int64_t>{0, 1'000, 2'000, 4'000, 8'000, 16'000});

    stand.terminal.line = Line::good; // It had never heard of the key, and is asked again with it.
    stand.listen();
    CHECK(stand.terminal.machine.charges().size() == 1);
    CHECK(stand.terminal.machine.charges().begin()->second.charged == 1);
    CHECK(stand.books.all<SaleCompleted>().size() == 1);
    CHECK(stand.is_settled());
}

TEST_CASE("a charge whose answer got lost is found by looking it up")
{
    Stand stand;
    stand.terminal.line = Line::dumb;
    stand.must(AskCard{12900_fen});
    stand.listen(3);
    CHECK(stand.terminal.machine.net() == 12900_fen);
    CHECK(stand.books.all<SaleCompleted>().empty());

    stand.terminal.line = Line::good;
    stand.listen();

    CHECK(stand.terminal.machine.charges().begin()->second.charged == 1);
    CHECK(stand.books.all<SaleCompleted>().size() == 1);
    CHECK(stand.is_settled());
}

TEST_CASE("a terminal that answers twice is heard once")
{
    Stand stand;
    stand.terminal.line = Line::twice;

    stand.must(AskCard{12900_fen});
    stand.listen();

    CHECK(stand.outcomes() == std::vector{CardOutcome::approved});
    CHECK(stand.books.all<SaleCompleted>().size() == 1);
    CHECK(stand.is_settled());
}

TEST_CASE("a declined card leaves the ticket as it was, and the next try has a key of its own")
{
    Stand stand;
    stand.terminal.customer = Customer::declines;
    stand.must(AskCard{12900_fen});
    stand.listen();

    CHECK(stand.view().banner.code == "card.declined");
    CHECK(stand.view().cart.due == 12900_fen);
    CHECK(stand.view().payment.tenders.empty());

    stand.terminal.customer = Customer::pays;
    stand.must(AskCard{12900_fen});
    stand.listen();
    const auto asked = stand.books.all<CardAsked>();
    CHECK(asked.at(0).key != asked.at(1).key);
    CHECK(stand.outcomes() == std::vector{CardOutcome::declined, CardOutcome::approved});
    CHECK(stand.is_settled());
}

TEST_CASE("waiting can be stopped, and a card that was charged all the same gets its money back")
{
    Stand stand;
    stand.terminal.line = Line::dumb;
    stand.must(AskCard{12900_fen});
    stand.listen(1);

    stand.must(StopWaitingForCard{});
    CHECK_FALSE(stand.view().payment.card);
    CHECK(stand.view().payment.cards_to_settle == 1);
    CHECK(stand.refusal(StopWaitingForCard{}) == "card.not_waiting");
    stand.terminal.line = Line::good;
    stand.listen();

    CHECK(stand.outcomes() == std::vector{CardOutcome::given_back});
    CHECK(stand.view().banner.code == "card.given_back");
    CHECK(stand.view().cart.due == 12900_fen);
    CHECK(stand.is_settled());
}

TEST_CASE("an ask that arrives after waiting was stopped does not charge any more")
{
    Stand stand;
    stand.terminal.line = Line::deaf;
    stand.must(AskCard{12900_fen});
    const std::string key{stand.view().payment.card->key};
    stand.listen(1);
    stand.must(StopWaitingForCard{});
    stand.terminal.line = Line::good;
    stand.listen();

    CHECK(stand.terminal.machine.ask(key, 12900_fen, Customer::pays).news == CardNews::declined);
    CHECK(stand.outcomes() == std::vector{CardOutcome::declined});
    CHECK(stand.is_settled());
}

TEST_CASE("a ticket that was paid in cash meanwhile does not keep the card's money")
{
    Stand stand;
    stand.terminal.customer = Customer::dawdles;
    stand.must(AskCard{12900_fen});
    stand.listen(1);
    stand.must(Pay{TenderKind::cash, 12900_fen});
    stand.must(NextCustomer{});
    stand.must(ScanBarcode{"6900000000059"});
    stand.terminal.customer = Customer::pays;
    stand.listen();

    CHECK(stand.books.all<SaleCompleted>().size() == 1);
    CHECK(stand.view().cart.due == 12900_fen);
    CHECK(stand.is_settled());
}

TEST_CASE("goods taken off the ticket meanwhile: what is more than due goes back")
{
    Stand stand;
    stand.must(ScanBarcode{"6900000000001"});
    stand.must(AskCard{82800_fen});
    stand.must(RemoveLine{2});
    stand.listen();

    CHECK(stand.view().cart.due == 12900_fen);
    CHECK(stand.outcomes() == std::vector{CardOutcome::given_back});
    CHECK(stand.is_settled());
}

TEST_CASE("goods of the next customer are never paid by the card of the last one")
{
    Stand stand;
    stand.terminal.line = Line::dumb;
    stand.must(AskCard{12900_fen});
    stand.listen(1);
    stand.must(RemoveLine{1});
    stand.must(ScanBarcode{"6900000000059"});
    stand.terminal.line = Line::good;
    stand.listen();

    CHECK(stand.books.all<SaleCompleted>().empty());
    CHECK(stand.outcomes() == std::vector{CardOutcome::given_back});
    CHECK(stand.is_settled());
}

TEST_CASE("nothing else is locked while a card is waited for, except a second card")
{
    Stand stand;
    stand.must(AskCard{12900_fen});

    stand.must(ScanBarcode{"6900000000001"});
    stand.must(AttachMember{"13800000001"});
    CHECK(stand.refusal(AskCard{100_fen}) == "card.waiting");
    CHECK(stand.refusal(DiscountLine{1, {4'000}, {}, "熟客"}).ends_with("needs_approval"));
    stand.listen();

    CHECK_FALSE(stand.view().approval.code.empty()); // A terminal's word is no reason to forget it.
    CHECK(stand.view().payment.tenders.at(0).amount == 12900_fen);
    CHECK(stand.view().cart.due == 65900_fen);
    stand.must(Pay{TenderKind::cash, 65900_fen});
    CHECK(stand.is_settled());
}

TEST_CASE("after a crash a charge without an answer is looked up and given back")
{
    Stand stand;
    stand.terminal.line = Line::dumb;
    stand.must(AskCard{12900_fen});
    stand.listen(1);
    stand.crash();
    stand.terminal.line = Line::good;
    CHECK(stand.view().payment.cards_to_settle == 1);
    stand.listen();

    CHECK(stand.outcomes() == std::vector{CardOutcome::given_back});
    CHECK(stand.is_settled());
    stand.crash();
    CHECK(stand.view().payment.cards_to_settle == 0);
}

TEST_CASE("after a crash between the disk and the terminal nothing is charged")
{
    Stand stand;
    stand.must(AskCard{12900_fen});
    stand.crash();
    stand.listen();

    CHECK(stand.outcomes() == std::vector{CardOutcome::declined});
    CHECK(stand.is_settled());
}

TEST_CASE("a crash under a ticket that a card has paid in part gives the card's part back")
{
    Stand stand;
    stand.must(AskCard{10000_fen});
    stand.listen();
    CHECK(stand.view().cart.due == 2900_fen);
    stand.crash();
    stand.listen();

    CHECK(stand.outcomes() == std::vector{CardOutcome::approved, CardOutcome::given_back});
    CHECK(stand.is_settled());
}

TEST_CASE("a card payment taken off the ticket is undone at the terminal")
{
    Stand stand;
    stand.must(AskCard{10000_fen});
    stand.listen();
    stand.must(TakeBackTender{0});
    stand.listen();

    CHECK(stand.terminal.questions() == Questions{CardQuestion::ask, CardQuestion::give_back});
    CHECK(stand.view().cart.due == 12900_fen);
    CHECK(stand.is_settled());
}

TEST_CASE("money goes back to the card the same way")
{
    Stand stand;
    stand.must(Pay{TenderKind::card, 12900_fen, "卡单 17"});
    stand.must(NextCustomer{});
    stand.must(ReturnLine{{"S01-71-000001"}, 1, Quantity::pieces(1), "不合身"});
    stand.must(AskCard{12900_fen});
    CHECK(stand.view().payment.card->amount == -12900_fen);
    stand.listen();

    CHECK(stand.books.all<SaleCompleted>().back().tenders.at(0).amount == -12900_fen);
    CHECK(stand.terminal.machine.net() == -12900_fen);
    CHECK(stand.is_settled());
}

TEST_CASE("a disk that is full when the answer comes loses neither the ticket nor the money")
{
    Stand stand;
    stand.must(AskCard{12900_fen});
    stand.books.disk_full = true;
    for (const HearCard& heard : stand.terminal.answers()) CHECK_THROWS(stand.handle(heard));
    CHECK(stand.view().cart.due == 12900_fen);
    stand.books.disk_full = false;
    stand.listen();

    CHECK(stand.books.all<SaleCompleted>().size() == 1);
    CHECK(stand.terminal.machine.charges().begin()->second.charged == 1);
    CHECK(stand.is_settled());
}

TEST_CASE("a disk that is full when a card is to be asked for asks no terminal")
{
    Stand stand;
    stand.books.disk_full = true;

    CHECK_THROWS(stand.handle(AskCard{12900_fen}));

    CHECK(stand.terminal.asked.empty());
    CHECK_FALSE(stand.view().payment.card);
}

TEST_CASE("nobody sells while nobody is signed in: the card gets its money back")
{
    Stand stand;
    stand.must(AskCard{12900_fen});
    stand.must(SignOut{});
    stand.listen();

    CHECK(stand.books.all<SaleCompleted>().empty());
    CHECK(stand.is_settled());
}

TEST_CASE("a terminal that charged another amount than it was asked for is not believed")
{
    Stand stand;
    stand.must(AskCard{12900_fen});
    auto heard = stand.terminal.answers().at(0);
    heard.amount = 1290_fen;
    (void)stand.handle(heard);
    stand.listen();

    CHECK(stand.books.all<SaleCompleted>().empty());
    CHECK(stand.is_settled());
}

TEST_CASE("the bounds of a card are those of any payment, and nothing is asked beyond them")
{
    Stand stand;
    CHECK(stand.refusal(AskCard{12901_fen}) == "pay.too_much");
    CHECK(stand.refusal(AskCard{}) == "pay.bad_amount");
    CHECK(stand.terminal.asked.empty());
    CHECK(stand.books.all<CardAsked>().empty());
}

TEST_CASE("where no terminal is connected a card is entered by hand, and what is typed is never a key")
{
    test::Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});

    CHECK(counter.refusal(AskCard{12900_fen}) == "card.no_terminal");
    counter.must(Pay{TenderKind::card, 12900_fen, "17 #S01-71-C00001-0"});
    CHECK(counter.books.all<SaleCompleted>().at(0).tenders.at(0).reference == "17 S01-71-C00001-0");
}
