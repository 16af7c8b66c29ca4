// What the till needs from the world, each as small as its use. The store
// implements most of them over SQLite; tests fake them in a few lines.
#pragma once

#include "sync/events/event.hpp"
#include "sync/events/phone_code.hpp"
#include "sync/events/time.hpp"
#include "sync/pricing/basket.hpp"
#include "sync/pricing/offers.hpp"
#include "terminal/app/club_ports.hpp"
#include "terminal/app/complaint_ports.hpp"
#include "terminal/app/order_filter.hpp"
#include "terminal/app/points_ports.hpp"
#include "terminal/app/view.hpp"
#include "terminal/domain/in_store_code.hpp"
#include "terminal/domain/signed_receipt.hpp"
#include "terminal/domain/swap.hpp"
#include "terminal/domain/unwinding.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

using Product = CatalogueItem;

// Reading the goods. Answers at once whatever the size of the catalogue.
class CatalogueReader {
public:
    virtual ~CatalogueReader() = default;
    // By barcode, or by SKU where nothing has that barcode. Nothing: not known.
    [[nodiscard]] virtual std::optional<Product> find_code(std::string_view digits) const = 0;
    [[nodiscard]] virtual std::optional<Product> find(const Sku& sku) const = 0;
    // By SKU, style number, any part of a name, pinyin initials; best first.
    [[nodiscard]] virtual std::vector<FoundProduct> search(std::string_view text, std::int64_t limit) const = 0;
    [[nodiscard]] virtual std::vector<std::string> categories() const = 0;
    [[nodiscard]] virtual std::int64_t count_styles(std::string_view category) const = 0;
    // `in_cart` is left at zero.
    [[nodiscard]] virtual std::vector<StyleTile> tiles(std::string_view category, std::int64_t first,
                                                       std::int64_t limit) const = 0;
    // One of them; nothing where the style is not sold any more.
    [[nodiscard]] virtual std::optional<StyleTile> tile(const StyleId& style) const = 0;
    // Colours, sizes and the three stocks of every cell; `style` empty where it does not exist.
    [[nodiscard]] virtual GridView grid(const StyleId& style) const = 0;
    struct FarStock {
        PlaceCode place;
        std::string name;
        PlaceKind kind{PlaceKind::shop};
        std::int64_t pieces{0};
    };
    [[nodiscard]] virtual std::vector<FarStock> stock_elsewhere(const Sku& sku) const = 0;
    // The characters of names, colours and sizes on the first pages, for the font atlas; UTF-8. Of a catalogue of any
    // size it takes the same time: a character further on is drawn when somebody comes to it.
    [[nodiscard]] virtual std::string characters() const = 0;
};

class MemberReader {
public:
    virtual ~MemberReader() = default;
    // By phone, card or member id, in this order.
    [[nodiscard]] virtual std::optional<MemberProfile> find(std::string_view phone_or_card) const = 0;
    // By phone digits (from four on), name or pinyin initials.
    [[nodiscard]] virtual std::vector<FoundMember> search(std::string_view text, std::int64_t limit) const = 0;
    [[nodiscard]] virtual PointsView points(const MemberId& member, std::string_view today) const = 0;
    // What she owes on account (挂账), as far as is known here; below zero: paid ahead.
    [[nodiscard]] virtual Money owed(const MemberId& member) const = 0;
    [[nodiscard]] virtual std::vector<OrderBrief> open_orders(const MemberId& member) const = 0;
    [[nodiscard]] virtual std::vector<Purchase> last_purchases(const MemberId& member, std::int64_t limit) const = 0;
};

// What is kept of members beside their profiles.
class MemberFileReader {
public:
    virtual ~MemberFileReader() = default;
    [[nodiscard]] virtual std::vector<MemberNote> notes(const MemberId& member) const = 0; // Those not dropped.
    // The answer that holds, of each purpose and channel that she was asked about.
    [[nodiscard]] virtual std::vector<Consent> consents(const MemberId& member) const = 0;
    [[nodiscard]] virtual TiersSet tiers() const = 0; // Without steps where the chain has none.
    [[nodiscard]] virtual std::vector<TierEarning> earnings(const MemberId& member) const = 0;
    // Nothing: she has chosen none.
    [[nodiscard]] virtual std::optional<Password> password(const MemberId& member) const = 0;
    struct PasswordTries {
        std::int64_t failed_tries{0}; // Since the last right one, here and at other tills.
        std::int64_t last_try_at_ms{0};
    };
    [[nodiscard]] virtual PasswordTries password_tries(const MemberId& member) const = 0;
    // The newest first.
    [[nodiscard]] virtual std::vector<AccessView> accesses(const MemberId& member, std::int64_t limit) const = 0;
    [[nodiscard]] virtual std::vector<PrivacyWish> wishes(const MemberId& member) const = 0; // Not answered yet.
    [[nodiscard]] virtual std::vector<PointsLotView> lots(const MemberId& member, std::string_view today) const = 0;
    // Who shares that purse, the oldest generation first; empty where it is one person's alone.
    [[nodiscard]] virtual std::vector<RelativeView> relatives(const std::string& purse,
                                                              std::string_view today) const = 0;
    // Those she may still use; names are left empty.
    [[nodiscard]] virtual std::vector<HeldCouponView> coupons(const MemberId& member, std::string_view today) const = 0;
};

// The promotions of the head office, and what has become of coupons and of limits per member.
class OfferReader {
public:
    virtual ~OfferReader() = default;
    // Of the newest revision that is here whole; null: there is none.
    [[nodiscard]] virtual std::shared_ptr<const pricing::Offers> in_force() const = 0;
    // Of a receipt's revision; null: not known here.
    [[nodiscard]] virtual std::shared_ptr<const pricing::Offers> of(std::int64_t revision) const = 0;
    struct Coupon {
        pricing::HeldCoupon held{};
        ReceiptNumber used_on{}; // Empty: it is still good.
    };
    [[nodiscard]] virtual std::optional<Coupon> coupon(std::string_view code) const = 0;
    // How often she has used offers that have a limit, as far as is known here.
    [[nodiscard]] virtual std::vector<PromotionUse> uses(const MemberId& member) const = 0;
    // Whether any ticket of hers is known here.
    [[nodiscard]] virtual bool has_bought(const MemberId& member) const = 0;
};

// What the head office has learnt of goods that go together, and how customers were served here.
class ServiceReader {
public:
    virtual ~ServiceReader() = default;
    struct Pairings {
        std::int64_t receipts{0}; // That the head office looked at.
        std::vector<Pairing> found; // Of that style, the strongest first.
    };
    [[nodiscard]] virtual Pairings pairings(const StyleId& style, std::int64_t limit) const = 0;
    // What the customer of that receipt said; nothing: not a word, or it is no receipt of this till.
    [[nodiscard]] virtual std::optional<Feeling> feeling(const ReceiptNumber& receipt) const = 0;
    [[nodiscard]] virtual ServiceView service(std::string_view business_date) const = 0;
};

class StaffReader {
public:
    virtual ~StaffReader() = default;
    struct Person {
        StaffName name;
        Role role{Role::clerk};
        std::string pin_hash;
        std::int64_t failed_tries{0}; // Since the last right PIN.
        std::int64_t last_try_at_ms{0};
    };
    // The active people of this shop.
    [[nodiscard]] virtual std::vector<Person> people() const = 0;
    [[nodiscard]] virtual std::optional<Person> find(const StaffName& name) const = 0;
    struct PhoneTries {
        std::int64_t failed_tries{0}; // Since the last right code.
        std::int64_t last_try_at_ms{0};
    };
    [[nodiscard]] virtual PhoneTries phone_tries() const = 0;
    // Whether the code that answers it was used: such a request is never shown again.
    [[nodiscard]] virtual bool phone_request_used(const std::string& request) const = 0;
};

class OrderReader {
public:
    virtual ~OrderReader() = default;
    // Of this shop, newest first. `state` empty: all that are still going on; to_send_filter: what it is asked to
    // send, whoever took it, the longest waiting first.
    [[nodiscard]] virtual std::vector<OrderBrief> list(std::string_view state, std::int64_t limit) const = 0;
    [[nodiscard]] virtual std::optional<OrderDetail> find(const OrderId& order) const = 0;
    // Hers, under whichever number, the newest first; those that are over too.
    [[nodiscard]] virtual std::vector<OrderDetail> of_member(const MemberId& member, std::int64_t limit) const = 0;
    [[nodiscard]] virtual std::int64_t waiting() const = 0;
    [[nodiscard]] virtual std::int64_t to_send() const = 0; // How many this shop is asked to send.
};

// Sums for reports, and the counts that make numbers dense.
class DayReader {
public:
    virtual ~DayReader() = default;
    struct Shift {
        std::int64_t shift{0}; // 0: none.
        StaffName staff;
        std::string business_date;
        Money float_amount;
        std::int64_t opened_at_ms{0};
    };
    [[nodiscard]] virtual Shift open_shift() const = 0; // Of this till.
    struct ClosedShift {
        std::int64_t shift{0};
        std::string business_date;
        Takings takings;
        Money variance;
    };
    [[nodiscard]] virtual std::vector<ClosedShift> closed_since_last_z() const = 0;
    [[nodiscard]] virtual Takings takings_of_shift(std::int64_t shift) const = 0;
    [[nodiscard]] virtual std::vector<Money> turnover_by_hour(std::string_view business_date) const = 0; // 24
    [[nodiscard]] virtual std::vector<ReportView::MissCause> misses(std::string_view business_date) const = 0;
    [[nodiscard]] virtual std::vector<ReportView::DayTotal> last_days(std::int64_t count) const = 0;
    struct Counts {
        std::int64_t receipts{0}, orders{0}, members{0}, shifts{0}, z{0}, misses{0},
            tickets{0}, cards{0}, talks{0}, payments{0}, loads{0}, notes{0},
            fees{0}, fee_refunds{0}, complaints{0}; // So far, by this till.
    };
    [[nodiscard]] virtual Counts counts() const = 0;
    [[nodiscard]] virtual std::vector<ParkedView> parked() const = 0; // `total` is left at zero.
    // `till` 0: of this one.
    [[nodiscard]] virtual std::optional<TicketParked> parked(std::int64_t ticket, TillNumber till) const = 0;
    [[nodiscard]] virtual std::optional<SaleCompleted> sale(const ReceiptNumber& receipt) const = 0;
    // The same, and receipts of other tills that were asked for at the head office.
    [[nodiscard]] virtual std::optional<SaleCompleted> known_sale(const ReceiptNumber& receipt) const = 0;
    // What came back of a receipt so far, in the order in which it did.
    [[nodiscard]] virtual std::vector<Visit> visits(const ReceiptNumber& receipt) const = 0;
    // What swaps and returns here did to the pieces of a receipt.
    [[nodiscard]] virtual std::vector<PiecesMoved> pieces_moved(const ReceiptNumber& receipt) const = 0;
    // What was rounded off at this till on tickets that brought nothing but goods of that receipt back.
    [[nodiscard]] virtual Money rounded_back(const ReceiptNumber& receipt) const = 0;
    // A member's latest receipts of this till, the newest first.
    [[nodiscard]] virtual std::vector<ReceiptNumber> receipts_of(const MemberId& member, std::int64_t limit) const = 0;
    [[nodiscard]] virtual std::string chain_head() const = 0;
    // The receipt on which this till sold that very piece and did not take it back; empty: none.
    [[nodiscard]] virtual ReceiptNumber sold_serial(const Sku& sku, const std::string& serial) const = 0;
    // How often copies of that receipt were printed by this till.
    [[nodiscard]] virtual std::int64_t reprints(const ReceiptNumber& receipt) const = 0;
    struct AskedCard {
        std::string key;
        Money amount;
        std::int64_t asked_at_ms{0};
        bool approved{false}; // Charged; false: nobody knows.
    };
    // What the payment terminal was asked for and is neither in a sale nor declined nor given back, the oldest first.
    [[nodiscard]] virtual std::vector<AskedCard> open_cards() const = 0;
};

// What is to come out of the printer, kept with the event that caused it.
struct PrintJob {
    std::string text;        // Lines, CJK two columns wide.
    bool open_drawer{false};
    std::string barcode;     // Receipt number; empty: none.
    std::string qr{};        // Text of the square code below it; empty: none.
    ReceiptNumber reprint_of{}; // Counted with the job; empty: no copy of a receipt.
};

// The only way to change anything: events, all or none, durable on return.
class Ledger {
public:
    virtual ~Ledger() = default;
    // `jobs` are queued in the same transaction. Throws where the disk fails; nothing happened then.
    virtual std::vector<Event> write(std::vector<EventBody> bodies, std::vector<PrintJob> jobs = {}) = 0;
    // A disk that failed may have left what is read behind what was written. True where somebody has
    // read such and it has caught up now: to be read again. Until then write() throws.
    virtual bool catch_up() = 0;
};

// Argon2id; slow on purpose (about 60 ms).
class PinChecker {
public:
    virtual ~PinChecker() = default;
    // A fresh salt each time.
    [[nodiscard]] virtual std::string hash(const std::string& pin) const = 0;
    [[nodiscard]] virtual bool matches(const std::string& hash, const std::string& pin) const = 0;
};

// A test shop's clock may be set.
class SettableClock : public Clock {
public:
    // False where the clock may not be set: this is no test shop.
    virtual bool set(std::int64_t at_ms) = 0;
};

// Shows what sync knows; asks it to hurry.
class SyncPort {
public:
    virtual ~SyncPort() = default;
    [[nodiscard]] virtual SyncView status() const = 0;
    virtual void hurry() = 0;
};

// Asks the head office for a receipt of another till.
class OfficeLookup {
public:
    virtual ~OfficeLookup() = default;
    // True: it is known now. False: it was asked for, and whoever answers shows it then.
    // Refuses return.unknown_receipt and return.office_away.
    [[nodiscard]] virtual Result<bool> look_up(const ReceiptNumber& receipt) = 0;
    // To whose door an order goes that this shop sends for another. Nothing: it was asked for, and whoever answers says
    // HearDoor then. Refuses order.unknown and return.office_away.
    [[nodiscard]] virtual Result<std::optional<Recipient>> door_of(const OrderId& order)
    {
        return refuse("order.unknown", order.text);
    }
};

class PrinterStatus {
public:
    virtual ~PrinterStatus() = default;
    [[nodiscard]] virtual bool ok() const = 0;
    [[nodiscard]] virtual std::int64_t waiting() const = 0;
    virtual void wake() = 0; // There is something to print.
    // Why not ok(), as far as the printer tells.
    [[nodiscard]] virtual PrinterTrouble trouble() const
    {
        return ok() ? PrinterTrouble::none : PrinterTrouble::unreachable;
    }
};

// Signs the receipts of this till and knows its own signature again.
class ReceiptSeal {
public:
    virtual ~ReceiptSeal() = default;
    // The text for the QR; empty where it can not be signed.
    [[nodiscard]] virtual std::string sign(const ReceiptStatement& statement) const = 0;
    [[nodiscard]] virtual ReceiptProof check(const SignedReceipt& receipt) const = 0;
};

// A payment terminal. Each call asks it one thing after `wait_ms` and returns at
// once; the answer, or that none came in time, is a HearCard on the till thread.
// A key is charged once, however often it is asked about.
class CardTerminal {
public:
    virtual ~CardTerminal() = default;
    // Below zero: back to the card.
    virtual void ask(const std::string& key, Money amount, std::int64_t wait_ms) = 0;
    virtual void look_up(const std::string& key, std::int64_t wait_ms) = 0;
    // Whatever has become of the key: nothing stays charged, and nothing ever will be.
    virtual void give_back(const std::string& key, std::int64_t wait_ms) = 0;
};

// A key that this till shares with the head office: for codes that are given by telephone, and for the names of
// gift cards.
class SharedKey {
public:
    virtual ~SharedKey() = default;
    // HMAC-SHA-256 of `text`; nothing: the head office has sent no key yet.
    [[nodiscard]] virtual std::optional<PhoneMac> mac_of(std::string_view text) const = 0;
};

// Digits that nobody can foresee.
class SecretDigits {
public:
    virtual ~SecretDigits() = default;
    [[nodiscard]] virtual std::string draw(std::size_t count) = 0;
};

inline constexpr std::size_t paper_columns_default{42};

struct Ports {
    const CatalogueReader& catalogue;
    const MemberReader& members;
    const StaffReader& staff;
    const OrderReader& orders;
    const DayReader& days;
    Ledger& ledger;
    const PinChecker& pins;
    SettableClock& clock;
    SyncPort& sync;
    PrinterStatus& printer;
    std::function<ShopView()> shop; // Changes when the head office says so.
    // The word for a key in the language of the paper. Where it is missing, the key is printed.
    std::function<std::string(std::string_view)> words{};
    // Of this shop; nothing: the defaults.
    std::function<ShopRulesSet()> rules{};
    std::size_t paper_columns{paper_columns_default};
    OfficeLookup* receipts{nullptr}; // Null: this shop has no head office to ask.
    const ReceiptSeal* seal{nullptr}; // Null: receipts carry no QR, and none is believed.
    std::vector<InStoreRule> barcode_rules{default_in_store_rules()};
    CardTerminal* card_terminal{nullptr}; // Null: cards are entered by hand.
    const OfferReader* offers{nullptr};   // Null: no promotions, no coupons.
    bool paper_in_english{false};         // Names of offers; else in the shop's language.
    const ServiceReader* service{nullptr}; // Null: nothing is suggested by what others bought, no feeling is known.
    const SharedKey* phone_key{nullptr};   // Null: nobody allows anything by telephone.
    const SharedKey* gift_key{nullptr};    // Null: no gift cards.
    SecretDigits* digits{nullptr};        // Null: codes that are given out can be guessed, as in a benchmark.
    const PointsReader* points{nullptr};  // Null: nobody pays with points here.
    LeaseLine* leases{nullptr};           // Null: a shop of its own, which spends from its members' purses.
    std::string nonce{};   // 128 random bits as hex, made for this process; empty: it takes no leases.
    std::string program{}; // The version that runs.
    const MemberFileReader* member_files{nullptr}; // Null: nothing but profiles is kept of members.
    const ClubReader* club{nullptr}; // Null: no fees, no services.
    const ComplaintReader* complaints{nullptr}; // Null: none are taken.
};

} // namespace guitai
