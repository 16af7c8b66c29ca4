// Signs this till's receipts with the key of its folder, and knows them again.
// Ed25519 is deterministic: a copy carries the signature of the first one. Another
// till's receipts it can not judge: their keys are the head office's to know.
#pragma once

#include "terminal/app/ports.hpp"
#include "terminal/store/data_folder.hpp"

#include <array>
#include <string>
#include <string_view>

namespace guitai {

using PublicKey = std::array<unsigned char, 32>; // Ed25519.

class TillReceiptSeal final : public ReceiptSeal {
public:
    TillReceiptSeal(const DeviceKey& seed, const Device& device);
    ~TillReceiptSeal() override;
    TillReceiptSeal(const TillReceiptSeal&) = delete;
    TillReceiptSeal& operator=(const TillReceiptSeal&) = delete;

    [[nodiscard]] std::string sign(const ReceiptStatement& statement) const override;
    [[nodiscard]] ReceiptProof check(const SignedReceipt& receipt) const override;
    [[nodiscard]] const PublicKey& public_key() const { return m_public; }

private:
    std::array<unsigned char, 64> m_secret{};
    PublicKey m_public{};
    std::string m_own_numbers; // How this till's receipt numbers begin.
};

// The receipt in a scanned code, signed with that key. Refuses receipt.qr_unreadable and receipt.forged.
[[nodiscard]] Result<ReceiptStatement> verify_receipt(std::string_view code, const PublicKey& key);

} // namespace guitai
