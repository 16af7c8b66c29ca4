#include "terminal/store/receipt_seal.hpp"

#include <sodium.h>

#include <stdexcept>

namespace guitai {
namespace {

bool is_signed_by(const SignedReceipt& receipt, const PublicKey& key)
{
    const std::string text{statement_text(receipt.statement)};
    return crypto_sign_verify_detached(receipt.signature.data(),
                                       reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                                       key.data()) == 0;
}

} // namespace

TillReceiptSeal::TillReceiptSeal(const DeviceKey& seed, const Device& device)
    : m_own_numbers{device.store.text + "-" + std::to_string(device.till) + "-"}
{
    static_assert(std::tuple_size_v<DeviceKey> == crypto_sign_SEEDBYTES);
    static_assert(std::tuple_size_v<PublicKey> == crypto_sign_PUBLICKEYBYTES);
    static_assert(std::tuple_size_v<ReceiptSignature> == crypto_sign_BYTES);
    if (sodium_init() < 0) throw std::runtime_error{"libsodium does not start"};
    crypto_sign_seed_keypair(m_public.data(), m_secret.data(), seed.data());
}

TillReceiptSeal::~TillReceiptSeal() { sodium_memzero(m_secret.data(), m_secret.size()); }

std::string TillReceiptSeal::sign(const ReceiptStatement& statement) const
{
    const std::string text{statement_text(statement)};
    if (text.empty()) return {};
    SignedReceipt receipt{statement, {}};
    crypto_sign_detached(receipt.signature.data(), nullptr, reinterpret_cast<const unsigned char*>(text.data()),
                         text.size(), m_secret.data());
    return signed_receipt_text(receipt);
}

ReceiptProof TillReceiptSeal::check(const SignedReceipt& receipt) const
{
    if (receipt.statement.receipt.text.rfind(m_own_numbers, 0) != 0) return ReceiptProof::other_till;
    return is_signed_by(receipt, m_public) ? ReceiptProof::proven : ReceiptProof::forged;
}

Result<ReceiptStatement> verify_receipt(std::string_view code, const PublicKey& key)
{
    const auto receipt = parse_signed_receipt(code);
    if (!receipt) return refuse(receipt.error());
    if (!is_signed_by(*receipt, key)) return refuse("receipt.forged", receipt->statement.receipt.text);
    return receipt->statement;
}

} // namespace guitai
